package io.patchbay.api;

import io.patchbay.common.Json;
import io.patchbay.common.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** SQL for methods and schemas, row by row, of drafts and of published versions. */
@Repository
class ApiPartRepository {

  private static final int BATCH = 200;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  ApiPartRepository(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  List<ApiMethod> methods(PartsOf of) {
    return jdbc.sql(
            "select document from %s where %s order by position"
                .formatted(of.methods(), of.condition()))
        .params(of.params())
        .query((row, _) -> Json.readDocument(row.getString(1), ApiMethod.class))
        .list();
  }

  Optional<ApiMethod> method(PartsOf of, String name) {
    return jdbc.sql(
            "select document from %s where %s and name = :name"
                .formatted(of.methods(), of.condition()))
        .params(of.params())
        .param("name", name)
        .query(String.class)
        .optional()
        .map(document -> Json.readDocument(document, ApiMethod.class));
  }

  /** Methods that hold the text, in their order. */
  List<MethodSummary> summaries(PartsOf of, String api, @Nullable String q, int limit) {
    return jdbc.sql(
            """
            select name, title, verb, path, tag, case when position('"deprecated":true' in document) > 0 then document::json->>'deprecated' = 'true' else false end as deprecated
              from %s
             where %s and (:q = '' or lower(name || ' ' || title || ' ' || path || ' ' || verb) like :pattern)
             order by position
             limit :limit
            """
                .formatted(of.methods(), of.condition()))
        .params(of.params())
        .param("q", q == null ? "" : q)
        .param("pattern", Like.pattern(q))
        .param("limit", limit)
        .query((row, _) -> summary(api, row))
        .list();
  }

  Map<String, JsonNode> schemas(PartsOf of) {
    var schemas = new LinkedHashMap<String, JsonNode>();
    jdbc.sql(
            "select name, document from %s where %s order by position"
                .formatted(of.schemas(), of.condition()))
        .params(of.params())
        .query((row, _) ->
            schemas.put(
                row.getString("name"),
                Json.readDocument(row.getString("document"), JsonNode.class)))
        .list();
    return schemas;
  }

  /** The schemas of those names, as far as they are there. */
  Map<String, JsonNode> schemas(PartsOf of, Set<String> names) {
    var schemas = new LinkedHashMap<String, JsonNode>();
    jdbc.sql(
            "select name, document from %s where %s and name = any(:names) order by position"
                .formatted(of.schemas(), of.condition()))
        .params(of.params())
        .param("names", names.toArray(String[]::new))
        .query((row, _) ->
            schemas.put(
                row.getString("name"),
                Json.readDocument(row.getString("document"), JsonNode.class)))
        .list();
    return schemas;
  }

  /** Methods of all APIs that the workspace sees, in the order of their APIs. */
  List<MethodSummary> visible(WorkspaceId workspace, @Nullable String q, int limit) {
    return jdbc.sql(
            """
            select case when a.workspace_id = :workspace then a.slug else w.slug || ':' || a.slug end as ref,
                   m.name, m.title, m.verb, m.path, m.tag, m.deprecated
              from apis a
              join workspaces w on w.id = a.workspace_id
              left join api_shares s on s.api_id = a.id and s.workspace_id = :workspace
              left join lateral (select major, minor, patch from api_versions
                                  where api_id = a.id and s.access = 'use'
                                  order by major desc, minor desc, patch desc limit 1) v on true
              join lateral (
                select name, title, verb, path, tag, position, case when position('"deprecated":true' in document) > 0 then document::json->>'deprecated' = 'true' else false end as deprecated
                  from api_methods where api_id = a.id and v.major is null
                 union all
                select name, title, verb, path, tag, position, case when position('"deprecated":true' in document) > 0 then document::json->>'deprecated' = 'true' else false end
                  from api_version_methods
                 where api_id = a.id and major = v.major and minor = v.minor and patch = v.patch) m on true
             where (a.workspace_id = :workspace or s.workspace_id is not null)
               and (coalesce(s.verbs, '{}') = '{}' or m.verb = any(s.verbs))
               and (coalesce(s.methods, '{}') = '{}' or m.name = any(s.methods))
               and (:q = '' or lower(m.name || ' ' || m.title || ' ' || m.path || ' ' || m.verb) like :pattern)
             order by lower(a.name), a.slug, m.position
             limit :limit
            """)
        .param("workspace", workspace.value())
        .param("q", q == null ? "" : q)
        .param("pattern", Like.pattern(q))
        .param("limit", limit)
        .query((row, _) -> summary(row.getString("ref"), row))
        .list();
  }

  /** Names of schemas that hold the text, in their order. */
  List<String> schemaNames(PartsOf of, @Nullable String q) {
    return jdbc.sql(
            "select name from %s where %s and (:q = '' or lower(name) like :pattern) order by position"
                .formatted(of.schemas(), of.condition()))
        .params(of.params())
        .param("q", q == null ? "" : q)
        .param("pattern", Like.pattern(q))
        .query((row, _) -> row.getString(1))
        .list();
  }

  Optional<JsonNode> schema(PartsOf of, String name) {
    return jdbc.sql(
            "select document from %s where %s and name = :name"
                .formatted(of.schemas(), of.condition()))
        .params(of.params())
        .param("name", name)
        .query(String.class)
        .optional()
        .map(document -> Json.readDocument(document, JsonNode.class));
  }

  /** Names of the methods and schemas whose documents refer to the schema. */
  List<String> usersOfSchema(PartsOf of, String name) {
    return jdbc.sql(
            """
            select name from %s where %s and position(:reference in document) > 0
             union all
            select name from %s where %s and position(:reference in document) > 0 and name <> :name
            """
                .formatted(of.methods(), of.condition(), of.schemas(), of.condition()))
        .params(of.params())
        .param("reference", "\"#/schemas/" + name + "\"")
        .param("name", name)
        .query((row, _) -> row.getString(1))
        .list();
  }

  /** Makes the draft's parts those of the document. */
  void replace(ApiId api, Api document) {
    jdbc.sql("delete from api_methods where api_id = ?").param(api.value()).update();
    jdbc.sql("delete from api_schemas where api_id = ?").param(api.value()).update();
    int[] position = {0};
    batch.batchUpdate(
        """
        insert into api_methods (api_id, name, position, title, verb, path, tag, document)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        document.methods(),
        BATCH,
        (statement, method) -> {
          statement.setObject(1, api.value());
          statement.setString(2, method.name());
          statement.setInt(3, position[0]++);
          statement.setString(4, method.label());
          statement.setString(5, method.verb().name());
          statement.setString(6, method.path());
          statement.setString(7, tag(method));
          statement.setString(8, Json.write(method));
        });
    position[0] = 0;
    batch.batchUpdate(
        "insert into api_schemas (api_id, name, position, document) values (?, ?, ?, ?)",
        document.schemas().entrySet(),
        BATCH,
        (statement, schema) -> {
          statement.setObject(1, api.value());
          statement.setString(2, schema.getKey());
          statement.setInt(3, position[0]++);
          statement.setString(4, Json.write(schema.getValue()));
        });
  }

  /** Adds a method to the draft, at the end. */
  void insertMethod(ApiId api, ApiMethod method) {
    jdbc.sql(
            """
            insert into api_methods (api_id, name, position, title, verb, path, tag, document)
            select :api, :name, coalesce(max(position), -1) + 1, :title, :verb, :path, :tag, :document
              from api_methods where api_id = :api
            """)
        .param("api", api.value())
        .params(columns(method))
        .update();
  }

  /** Changes a method of the draft; false when there is none of that name. */
  boolean updateMethod(ApiId api, String name, ApiMethod method) {
    return jdbc.sql(
                """
                update api_methods
                   set name = :name, title = :title, verb = :verb, path = :path, tag = :tag, document = :document
                 where api_id = :api and name = :before
                """)
            .param("api", api.value())
            .param("before", name)
            .params(columns(method))
            .update()
        > 0;
  }

  boolean deleteMethod(ApiId api, String name) {
    return jdbc.sql("delete from api_methods where api_id = ? and name = ?")
            .params(api.value(), name)
            .update()
        > 0;
  }

  void putSchema(ApiId api, String name, JsonNode schema) {
    jdbc.sql(
            """
            insert into api_schemas (api_id, name, position, document)
            select :api, :name, coalesce(max(position), -1) + 1, :document
              from api_schemas where api_id = :api
            on conflict (api_id, name) do update set document = excluded.document
            """)
        .param("api", api.value())
        .param("name", name)
        .param("document", Json.write(schema))
        .update();
  }

  boolean deleteSchema(ApiId api, String name) {
    return jdbc.sql("delete from api_schemas where api_id = ? and name = ?")
            .params(api.value(), name)
            .update()
        > 0;
  }

  int countMethods(ApiId api) {
    return jdbc.sql("select count(*) from api_methods where api_id = ?")
        .param(api.value())
        .query(Integer.class)
        .single();
  }

  private static Map<String, Object> columns(ApiMethod method) {
    return Map.of(
        "name",
        method.name(),
        "title",
        method.label(),
        "verb",
        method.verb().name(),
        "path",
        method.path(),
        "tag",
        tag(method),
        "document",
        Json.write(method));
  }

  private static MethodSummary summary(String api, ResultSet row) throws SQLException {
    return new MethodSummary(
        api,
        row.getString("name"),
        row.getString("title"),
        Verb.valueOf(row.getString("verb")),
        row.getString("path"),
        row.getString("tag"),
        row.getBoolean("deprecated"));
  }

  private static String tag(ApiMethod method) {
    return method.tags().isEmpty() ? "" : method.tags().getFirst();
  }
}
