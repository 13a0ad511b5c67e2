package io.patchbay.api;

import io.patchbay.common.WorkspaceId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL for who uses what: flows their APIs, APIs their credentials. */
@Repository
class ApiUseRepository {

  private final JdbcClient jdbc;

  ApiUseRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Steps of all workspaces that call the API. */
  List<ApiUse> uses(ApiId api) {
    return jdbc.sql(
            """
            select c.slug as workspace, f.slug, f.name, u.step_id, u.method, u.version, u.live
              from apis a
              join workspaces o on o.id = a.workspace_id
              join api_uses u on u.api_slug = o.slug || ':' || a.slug
                              or (u.workspace_id = a.workspace_id and u.api_slug = a.slug)
              join flows f on f.id = u.flow_id
              join workspaces c on c.id = u.workspace_id
             where a.id = :api
               and (u.workspace_id = a.workspace_id
                    or exists (select 1 from api_shares s
                                where s.api_id = a.id and s.workspace_id = u.workspace_id))
             order by u.workspace_id <> a.workspace_id, c.slug, lower(f.name), f.slug, u.step_id, u.live
            """)
        .param("api", api.value())
        .query((row, _) ->
            new ApiUse(
                row.getString("workspace"),
                row.getString("slug"),
                row.getString("name"),
                row.getString("step_id"),
                row.getString("method"),
                row.getString("version"),
                row.getBoolean("live")))
        .list();
  }

  List<String> apisWithCredential(WorkspaceId workspace, String credential) {
    return jdbc.sql(
            """
            select a.slug from apis a
             where a.workspace_id = :workspace
               and (a.document::json->'auth'->>'credential' = :credential
                    or exists (select 1 from json_each(coalesce(a.document::json->'environments', '{}'::json)) e
                                where e.value->>'credential' = :credential)
                    or exists (select 1 from api_versions v
                                where v.api_id = a.id
                                  and v.document::json->'auth'->>'credential' = :credential))
            union
            select o.slug || ':' || a.slug
              from api_shares s join apis a on a.id = s.api_id join workspaces o on o.id = a.workspace_id
             where s.workspace_id = :workspace and s.credential = :credential
             order by 1
            """)
        .param("workspace", workspace.value())
        .param("credential", credential)
        .query((row, _) -> row.getString(1))
        .list();
  }
}
