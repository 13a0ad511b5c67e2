package io.patchbay.flow;

import io.patchbay.common.WorkspaceId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL for the nodes of flows that name credentials. */
@Repository
class CredentialNodeRepository {

  private final JdbcClient jdbc;

  CredentialNodeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The nodes of drafts and live versions that name the credential. */
  List<CredentialNode> list(WorkspaceId workspace, String credential) {
    return jdbc.sql(
            """
            with documents as (
              select f.slug, f.name, f.draft as document, false as live from flows f
               where f.workspace_id = :workspace
              union all
              select f.slug, f.name, v.document, true
                from flows f join flow_versions v on v.flow_id = f.id and v.version = f.live_version
               where f.workspace_id = :workspace
            )
            select d.slug, d.name, d.live, s->>'id' as step
              from documents d cross join lateral jsonb_array_elements(d.document::jsonb->'steps') s
             where d.document like '%"credential"%' and s->>'kind' in ('credential', 'sign')
               and (s->>'credential' = :name or s #>> '{auth,credential}' = :name)
             order by lower(d.name), d.slug, step, d.live
            """)
        .param("workspace", workspace.value())
        .param("name", credential)
        .query((row, _) ->
            new CredentialNode(
                row.getString("slug"),
                row.getString("name"),
                row.getString("step"),
                row.getBoolean("live")))
        .list();
  }
}
