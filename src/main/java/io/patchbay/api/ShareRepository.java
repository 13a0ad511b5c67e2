package io.patchbay.api;

import io.patchbay.common.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL for who shares what with whom. */
@Repository
class ShareRepository {

  private static final String SHARINGS =
      """
      select w.slug, w.name, s.*,
             (select count(distinct u.flow_id) from api_uses u
               where u.workspace_id = s.workspace_id and u.api_slug = o.slug || ':' || a.slug) as flows
        from api_shares s
        join apis a on a.id = s.api_id
        join workspaces o on o.id = a.workspace_id
        join workspaces w on w.id = s.workspace_id
       where s.api_id = :api
      """;

  private final JdbcClient jdbc;

  ShareRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Sharing> list(ApiId api) {
    return jdbc.sql(SHARINGS + " order by lower(w.name), w.slug")
        .param("api", api.value())
        .query((row, _) -> sharing(row))
        .list();
  }

  Optional<Sharing> find(ApiId api, String workspace) {
    return jdbc.sql(SHARINGS + " and w.slug = :workspace")
        .param("api", api.value())
        .param("workspace", workspace)
        .query((row, _) -> sharing(row))
        .optional();
  }

  /** Shares, or changes the terms; what the other workspace chose stays. */
  void put(ApiId api, WorkspaceId workspace, ShareTerms terms, String actor) {
    jdbc.sql(
            """
            insert into api_shares (api_id, workspace_id, access, with_credential, verbs, methods, shared_by)
            values (:api, :workspace, :access, :withCredential, :verbs, :methods, :actor)
            on conflict (api_id, workspace_id) do update
               set access = excluded.access, with_credential = excluded.with_credential,
                   verbs = excluded.verbs, methods = excluded.methods,
                   shared_at = now(), shared_by = excluded.shared_by
            """)
        .param("api", api.value())
        .param("workspace", workspace.value())
        .param("access", terms.right() == Share.Right.EDIT ? "edit" : "use")
        .param("withCredential", terms.withCredential())
        .param("verbs", terms.verbs().stream().map(Verb::name).toArray(String[]::new))
        .param("methods", terms.methods().toArray(String[]::new))
        .param("actor", actor)
        .update();
  }

  boolean delete(ApiId api, String workspace) {
    return jdbc.sql(
                """
                delete from api_shares
                 where api_id = ? and workspace_id = (select id from workspaces where slug = ?)
                """)
            .params(api.value(), workspace)
            .update()
        > 0;
  }

  /** Sets which credential of its own a workspace uses. */
  void choose(ApiId api, WorkspaceId workspace, @Nullable String credential) {
    jdbc.sql("update api_shares set credential = ? where api_id = ? and workspace_id = ?")
        .param(credential)
        .param(api.value())
        .param(workspace.value())
        .update();
  }

  /** All workspaces but one whose slug or name holds the text. */
  List<ShareableWorkspace> workspaces(WorkspaceId except, @Nullable String q, int limit) {
    return jdbc.sql(
            """
            select slug, name from workspaces
             where id <> :except and lower(slug || ' ' || name) like :pattern
             order by lower(name), slug
             limit :limit
            """)
        .param("except", except.value())
        .param("pattern", Like.pattern(q))
        .param("limit", limit)
        .query((row, _) -> new ShareableWorkspace(row.getString(1), row.getString(2)))
        .list();
  }

  Optional<WorkspaceId> workspace(String slug) {
    return jdbc.sql("select id from workspaces where slug = ?")
        .param(slug)
        .query((row, _) -> new WorkspaceId(row.getObject(1, UUID.class)))
        .optional();
  }

  private static Sharing sharing(ResultSet row) throws SQLException {
    return new Sharing(
        row.getString("slug"),
        row.getString("name"),
        new ShareTerms(
            row.getString("access").equals("edit") ? Share.Right.EDIT : Share.Right.USE,
            row.getBoolean("with_credential"),
            ApiRepository.verbs(row),
            ApiRepository.texts(row.getArray("methods"))),
        row.getString("credential") != null,
        row.getInt("flows"),
        row.getObject("shared_at", OffsetDateTime.class).toInstant(),
        row.getString("shared_by"));
  }
}
