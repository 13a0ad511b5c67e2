package io.patchbay.api;

import io.patchbay.common.Json;
import io.patchbay.common.WorkspaceId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * SQL for APIs without their methods and schemas, as one workspace sees them: its own and shared.
 */
@Repository
class ApiRepository {

  /** Own APIs and those that others share with the workspace. */
  private static final String VISIBLE =
      """
      select a.*, w.slug as owner_slug, w.name as owner_name,
             s.access, s.with_credential, s.verbs, s.methods, s.credential,
             v.major, v.minor, v.patch
        from apis a
        join workspaces w on w.id = a.workspace_id
        left join api_shares s on s.api_id = a.id and s.workspace_id = :workspace
        left join lateral (select major, minor, patch from api_versions
                            where api_id = a.id order by major desc, minor desc, patch desc limit 1) v on true
       where (a.workspace_id = :workspace or s.workspace_id is not null)
      """;

  /** The methods that the workspace may call of a visible API {@code a}. */
  private static final String SEEN =
      """
      (select name, title, path, verb from api_methods
        where api_id = a.id and (a.access is distinct from 'use' or a.major is null)
          and (coalesce(a.verbs, '{}') = '{}' or verb = any(a.verbs))
          and (coalesce(a.methods, '{}') = '{}' or name = any(a.methods))
        union all
       select name, title, path, verb from api_version_methods
        where api_id = a.id and a.access = 'use'
          and major = a.major and minor = a.minor and patch = a.patch
          and (coalesce(a.verbs, '{}') = '{}' or verb = any(a.verbs))
          and (coalesce(a.methods, '{}') = '{}' or name = any(a.methods)))
      """;

  private final JdbcClient jdbc;

  ApiRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<ApiSummary> list(WorkspaceId workspace, @Nullable String q) {
    return jdbc.sql(
            """
            with visible as (%s)
            select a.*,
                   case when a.workspace_id = :workspace then a.method_count
                        else (select count(*) from %s m) end as methods_seen,
                   a.document::json->'auth'->>'kind' as auth_kind,
                   (select count(distinct u.flow_id) from api_uses u
                     where u.workspace_id = :workspace
                       and u.api_slug = case when a.workspace_id = :workspace then a.slug
                                             else a.owner_slug || ':' || a.slug end) as flows
              from visible a
             where (:q = '' or lower(a.name || ' ' || a.slug || ' ' || a.base_url || ' ' || a.owner_name) like :pattern
                    or exists (select 1 from %s m
                                where lower(m.name || ' ' || m.title || ' ' || m.path) like :pattern))
             order by lower(a.name), a.slug
            """
                .formatted(VISIBLE, SEEN, SEEN))
        .param("workspace", workspace.value())
        .param("q", q == null ? "" : q)
        .param("pattern", Like.pattern(q))
        .query((row, _) ->
            new ApiSummary(
                new ApiId(row.getObject("id", UUID.class)),
                ref(workspace, row).toString(),
                row.getString("name"),
                row.getString("base_url"),
                row.getString("auth_kind") == null ? "none" : row.getString("auth_kind"),
                row.getInt("methods_seen"),
                row.getInt("flows"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                latest(row),
                share(workspace, row)))
        .list();
  }

  /** The API without its methods and schemas. */
  Optional<StoredApi> find(WorkspaceId workspace, ApiRef ref) {
    return jdbc.sql(
            VISIBLE
                + """
                 and a.slug = :slug
                 and (case when :owner = '' then a.workspace_id = :workspace else w.slug = :owner end)
                """)
        .param("workspace", workspace.value())
        .param("slug", ref.slug())
        .param("owner", ref.owner() == null ? "" : ref.owner())
        .query((row, _) -> stored(workspace, row))
        .optional();
  }

  /** The revision, with the row locked until the transaction ends. */
  long lock(ApiId id) {
    return jdbc.sql("select revision from apis where id = ? for update")
        .param(id.value())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  void insert(ApiId id, WorkspaceId workspace, String slug, Api api, String actor) {
    jdbc.sql(
            """
            insert into apis (id, workspace_id, slug, name, base_url, document, method_count, updated_by)
            values (:id, :workspace, :slug, :name, :baseUrl, :document, :methods, :actor)
            """)
        .param("id", id.value())
        .param("workspace", workspace.value())
        .param("slug", slug)
        .param("methods", api.methods().size())
        .params(columns(api, actor))
        .update();
  }

  /** Changes what is not a method or a schema; gives the new revision. */
  long update(ApiId id, Api head, String actor) {
    return jdbc.sql(
            """
            update apis
               set name = :name, base_url = :baseUrl, document = :document,
                   revision = revision + 1, updated_at = now(), updated_by = :actor,
                   method_count = (select count(*) from api_methods where api_id = :id)
             where id = :id
            returning revision
            """)
        .param("id", id.value())
        .params(columns(head, actor))
        .query(Long.class)
        .single();
  }

  /** Notes that a method or a schema changed; gives the new revision. */
  long touch(ApiId id, String actor) {
    return jdbc.sql(
            """
            update apis
               set revision = revision + 1, updated_at = now(), updated_by = :actor,
                   method_count = (select count(*) from api_methods where api_id = :id)
             where id = :id
            returning revision
            """)
        .param("id", id.value())
        .param("actor", actor)
        .query(Long.class)
        .single();
  }

  boolean delete(ApiId id) {
    return jdbc.sql("delete from apis where id = ?").param(id.value()).update() > 0;
  }

  private static Map<String, Object> columns(Api api, String actor) {
    return Map.of(
        "name",
        api.name(),
        "baseUrl",
        api.baseUrl(),
        "document",
        Json.write(head(api)),
        "actor",
        actor);
  }

  /** What is kept in one piece: without slug, methods and schemas. */
  static Api head(Api api) {
    return api.with(parts -> {
      parts.slug = null;
      parts.methods = List.of();
      parts.schemas = Map.of();
    });
  }

  private static StoredApi stored(WorkspaceId workspace, ResultSet row) throws SQLException {
    return new StoredApi(
        new ApiId(row.getObject("id", UUID.class)),
        ref(workspace, row),
        Json.readDocument(row.getString("document"), Api.class).withSlug(row.getString("slug")),
        row.getLong("revision"),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        row.getString("updated_by"),
        latest(row),
        share(workspace, row));
  }

  private static boolean isOwn(WorkspaceId workspace, ResultSet row) throws SQLException {
    return workspace.value().equals(row.getObject("workspace_id", UUID.class));
  }

  private static ApiRef ref(WorkspaceId workspace, ResultSet row) throws SQLException {
    return new ApiRef(
        isOwn(workspace, row) ? null : row.getString("owner_slug"), row.getString("slug"));
  }

  static @Nullable SemanticVersion latest(ResultSet row) throws SQLException {
    return row.getObject("major") == null
        ? null
        : new SemanticVersion(row.getInt("major"), row.getInt("minor"), row.getInt("patch"));
  }

  private static @Nullable Share share(WorkspaceId workspace, ResultSet row) throws SQLException {
    if (isOwn(workspace, row)) {
      return null;
    }
    return new Share(
        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
        row.getString("owner_slug"),
        row.getString("owner_name"),
        row.getString("access").equals("edit") ? Share.Right.EDIT : Share.Right.USE,
        row.getBoolean("with_credential"),
        verbs(row),
        texts(row.getArray("methods")),
        row.getString("credential"));
  }

  static Set<Verb> verbs(ResultSet row) throws SQLException {
    return texts(row.getArray("verbs")).stream().map(Verb::valueOf).collect(Collectors.toSet());
  }

  static Set<String> texts(Array array) throws SQLException {
    return Set.copyOf(Arrays.asList((String[]) array.getArray()));
  }
}
