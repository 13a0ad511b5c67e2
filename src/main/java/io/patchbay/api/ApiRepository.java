package io.patchbay.api;

import io.patchbay.common.Json;
import io.patchbay.common.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL for APIs and their methods. */
@Repository
class ApiRepository {

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  ApiRepository(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  List<ApiSummary> list(WorkspaceId workspace, @Nullable String q) {
    return jdbc.sql(
            """
            select a.id, a.slug, a.name, a.base_url, a.document::json->'auth'->>'kind' as auth_kind,
                   a.method_count, a.updated_at,
                   (select count(distinct u.flow_id) from api_uses u
                     where u.workspace_id = a.workspace_id and u.api_slug = a.slug) as flows
              from apis a
             where a.workspace_id = :workspace
               and (:q = '' or lower(a.name || ' ' || a.slug || ' ' || a.base_url) like :pattern
                    or exists (select 1 from api_methods m where m.api_id = a.id
                                and lower(m.name || ' ' || m.title || ' ' || m.path) like :pattern))
             order by lower(a.name), a.slug
            """)
        .param("workspace", workspace.value())
        .param("q", q == null ? "" : q)
        .param("pattern", pattern(q))
        .query((row, _) ->
            new ApiSummary(
                new ApiId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("name"),
                row.getString("base_url"),
                row.getString("auth_kind") == null ? "none" : row.getString("auth_kind"),
                row.getInt("method_count"),
                row.getInt("flows"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  List<MethodSummary> methods(
      WorkspaceId workspace, @Nullable String slug, @Nullable String q, int limit) {
    return jdbc.sql(
            """
            select a.slug, m.name, m.title, m.verb, m.path, m.tag
              from api_methods m join apis a on a.id = m.api_id
             where a.workspace_id = :workspace
               and (:slug = '' or a.slug = :slug)
               and (:q = '' or lower(m.name || ' ' || m.title || ' ' || m.path || ' ' || m.verb) like :pattern)
             order by lower(a.name), a.slug, m.position
             limit :limit
            """)
        .param("workspace", workspace.value())
        .param("slug", slug == null ? "" : slug)
        .param("q", q == null ? "" : q)
        .param("pattern", pattern(q))
        .param("limit", limit)
        .query((row, _) ->
            new MethodSummary(
                row.getString("slug"),
                row.getString("name"),
                row.getString("title"),
                Verb.valueOf(row.getString("verb")),
                row.getString("path"),
                row.getString("tag")))
        .list();
  }

  Optional<StoredApi> find(WorkspaceId workspace, String slug) {
    return jdbc.sql("select * from apis where workspace_id = ? and slug = ?")
        .param(workspace.value())
        .param(slug)
        .query((row, _) -> stored(row))
        .optional()
        .map(this::withMethods);
  }

  /** The API without its methods. */
  Optional<StoredApi> findHead(WorkspaceId workspace, String slug) {
    return jdbc.sql("select * from apis where workspace_id = ? and slug = ?")
        .param(workspace.value())
        .param(slug)
        .query((row, _) -> stored(row))
        .optional();
  }

  Optional<ApiMethod> findMethod(ApiId api, String name) {
    return jdbc.sql("select document from api_methods where api_id = ? and name = ?")
        .param(api.value())
        .param(name)
        .query(String.class)
        .optional()
        .map(document -> Json.readDocument(document, ApiMethod.class));
  }

  /** The revision, with the row locked until the transaction ends. */
  Optional<Long> lock(WorkspaceId workspace, String slug) {
    return jdbc.sql("select revision from apis where workspace_id = ? and slug = ? for update")
        .param(workspace.value())
        .param(slug)
        .query(Long.class)
        .optional();
  }

  void insert(ApiId id, WorkspaceId workspace, String slug, Api api, String actor) {
    jdbc.sql(
            """
            insert into apis (id, workspace_id, slug, name, base_url, document, method_count, updated_by)
            values (:id, :workspace, :slug, :name, :baseUrl, :document, :methods, :actor)
            """)
        .param("id", id.value())
        .param("workspace", workspace.value())
        .params(columns(slug, api, actor))
        .update();
    insertMethods(id, api.methods());
  }

  void update(WorkspaceId workspace, String slug, Api api, String actor) {
    UUID id =
        jdbc.sql(
                """
                update apis
                   set name = :name, base_url = :baseUrl, document = :document, method_count = :methods,
                       revision = revision + 1, updated_at = now(), updated_by = :actor
                 where workspace_id = :workspace and slug = :slug
                returning id
                """)
            .param("workspace", workspace.value())
            .params(columns(slug, api, actor))
            .query(UUID.class)
            .single();
    jdbc.sql("delete from api_methods where api_id = ?").param(id).update();
    insertMethods(new ApiId(id), api.methods());
  }

  boolean delete(WorkspaceId workspace, String slug) {
    return jdbc.sql("delete from apis where workspace_id = ? and slug = ?")
            .param(workspace.value())
            .param(slug)
            .update()
        > 0;
  }

  List<ApiUse> uses(WorkspaceId workspace, String slug) {
    return jdbc.sql(
            """
            select f.slug, f.name, u.step_id, u.method, u.live
              from api_uses u join flows f on f.id = u.flow_id
             where u.workspace_id = ? and u.api_slug = ?
             order by lower(f.name), f.slug, u.step_id, u.live
            """)
        .param(workspace.value())
        .param(slug)
        .query((row, _) ->
            new ApiUse(
                row.getString("slug"),
                row.getString("name"),
                row.getString("step_id"),
                row.getString("method"),
                row.getBoolean("live")))
        .list();
  }

  List<String> apisWithCredential(WorkspaceId workspace, String credential) {
    return jdbc.sql(
            """
            select slug from apis
             where workspace_id = ? and document::json->'auth'->>'credential' = ?
             order by lower(name), slug
            """)
        .param(workspace.value())
        .param(credential)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private StoredApi withMethods(StoredApi head) {
    List<ApiMethod> methods =
        jdbc.sql("select document from api_methods where api_id = ? order by position")
            .param(head.id().value())
            .query((row, _) -> Json.readDocument(row.getString(1), ApiMethod.class))
            .list();
    return new StoredApi(
        head.id(),
        head.api().withMethods(methods),
        head.revision(),
        head.updatedAt(),
        head.updatedBy());
  }

  private void insertMethods(ApiId id, List<ApiMethod> methods) {
    int[] position = {0};
    batch.batchUpdate(
        """
        insert into api_methods (api_id, name, position, title, verb, path, tag, document)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        methods,
        200,
        (statement, method) -> {
          statement.setObject(1, id.value());
          statement.setString(2, method.name());
          statement.setInt(3, position[0]++);
          statement.setString(4, method.label());
          statement.setString(5, method.verb().name());
          statement.setString(6, method.path());
          statement.setString(7, method.tags().isEmpty() ? "" : method.tags().getFirst());
          statement.setString(8, Json.write(method));
        });
  }

  private static Map<String, Object> columns(String slug, Api api, String actor) {
    return Map.of(
        "slug",
        slug,
        "name",
        api.name(),
        "baseUrl",
        api.baseUrl(),
        "document",
        Json.write(api.withSlug(slug).withMethods(List.of())),
        "methods",
        api.methods().size(),
        "actor",
        actor);
  }

  private static StoredApi stored(ResultSet row) throws SQLException {
    return new StoredApi(
        new ApiId(row.getObject("id", UUID.class)),
        Json.readDocument(row.getString("document"), Api.class).withSlug(row.getString("slug")),
        row.getLong("revision"),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        row.getString("updated_by"));
  }

  private static String pattern(@Nullable String q) {
    String text = q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
