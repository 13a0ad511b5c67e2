package io.patchbay.api;

import io.patchbay.common.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL for the published versions of APIs. */
@Repository
class ApiVersionRepository {

  private static final String KEY = "api_id = ? and major = ? and minor = ? and patch = ?";

  private final JdbcClient jdbc;

  ApiVersionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All versions, the newest first. */
  List<ApiVersion> list(ApiId api) {
    return jdbc.sql(
            "select * from api_versions where api_id = ? order by major desc, minor desc, patch desc")
        .param(api.value())
        .query((row, _) -> version(row))
        .list();
  }

  /** The version's document without methods and schemas. */
  Optional<Api> head(ApiId api, SemanticVersion version) {
    return jdbc.sql("select document from api_versions where " + KEY)
        .params(api.value(), version.major(), version.minor(), version.patch())
        .query(String.class)
        .optional()
        .map(document -> Json.readDocument(document, Api.class));
  }

  /** What differed from the version before, as JSON. */
  Optional<String> changes(ApiId api, SemanticVersion version) {
    return jdbc.sql("select changes from api_versions where " + KEY)
        .params(api.value(), version.major(), version.minor(), version.patch())
        .query(String.class)
        .optional();
  }

  /** Keeps the draft as a version. */
  void publish(
      ApiId api,
      SemanticVersion version,
      Api head,
      @Nullable String note,
      String changes,
      String actor) {
    var key =
        Map.of(
            "api", api.value(),
            "major", version.major(),
            "minor", version.minor(),
            "patch", version.patch());
    jdbc.sql(
            """
            insert into api_versions
              (api_id, major, minor, patch, document, method_count, changes, note, published_by)
            select :api, :major, :minor, :patch, :document, count(*), :changes, :note, :actor
              from api_methods where api_id = :api
            """)
        .params(key)
        .param("document", Json.write(head))
        .param("changes", changes)
        .param("note", note)
        .param("actor", actor)
        .update();
    jdbc.sql(
            """
            insert into api_version_methods
              (api_id, major, minor, patch, name, position, title, verb, path, tag, document)
            select api_id, :major, :minor, :patch, name, position, title, verb, path, tag, document
              from api_methods where api_id = :api
            """)
        .params(key)
        .update();
    jdbc.sql(
            """
            insert into api_version_schemas (api_id, major, minor, patch, name, position, document)
            select api_id, :major, :minor, :patch, name, position, document
              from api_schemas where api_id = :api
            """)
        .params(key)
        .update();
  }

  /** Sets or takes away the notice; false when there is no such version. */
  boolean deprecate(ApiId api, SemanticVersion version, @Nullable String notice) {
    return jdbc.sql("update api_versions set deprecated = ? where " + KEY)
            .param(notice)
            .param(api.value())
            .param(version.major())
            .param(version.minor())
            .param(version.patch())
            .update()
        > 0;
  }

  boolean delete(ApiId api, SemanticVersion version) {
    return jdbc.sql("delete from api_versions where " + KEY)
            .params(api.value(), version.major(), version.minor(), version.patch())
            .update()
        > 0;
  }

  private static ApiVersion version(ResultSet row) throws SQLException {
    return new ApiVersion(
        new SemanticVersion(row.getInt("major"), row.getInt("minor"), row.getInt("patch")),
        row.getInt("method_count"),
        row.getString("note"),
        row.getString("deprecated"),
        row.getObject("published_at", OffsetDateTime.class).toInstant(),
        row.getString("published_by"));
  }
}
