package io.patchbay.importing;

import io.patchbay.api.Api;
import io.patchbay.api.ApiId;
import io.patchbay.common.Json;
import io.patchbay.common.WorkspaceId;
import io.patchbay.importing.ApiSource.Origin;
import io.patchbay.importing.ApiSource.Waiting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL for the sources of APIs: what was taken, what waits, when to look again. */
@Repository
class ApiSourceRepository {

  private static final String COLUMNS =
      """
      api_id, url, name, format, title, allow_external, hash, read_at, watch_hours, next_check_at,
      checked_at, check_error, failures, etag, candidate_hash, candidate_at, candidate_summary, candidate_origin
      """;

  private final JdbcClient jdbc;

  ApiSourceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<ApiSource> find(ApiId api) {
    return jdbc.sql("select " + COLUMNS + " from api_sources where api_id = ?")
        .param(api.value())
        .query((row, _) -> source(row))
        .optional();
  }

  /** Those of a workspace that have something new or could not be read. */
  List<ApiSource> noteworthy(WorkspaceId workspace) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from api_sources
                where (check_error is not null or candidate_summary is not null)
                  and api_id in (select id from apis where workspace_id = ?)
                """)
        .param(workspace.value())
        .query((row, _) -> source(row))
        .list();
  }

  /** The definition as it was read and taken last. */
  Api base(ApiId api) {
    return document("base", api).orElseThrow();
  }

  /** The definition that waits, if any. */
  Optional<Api> candidate(ApiId api) {
    return document("candidate", api);
  }

  private Optional<Api> document(String column, ApiId api) {
    return jdbc.sql("select %s from api_sources where api_id = ?".formatted(column))
        .param(api.value())
        .query((row, _) -> Optional.ofNullable(row.getString(1)))
        .optional()
        .flatMap(text -> text)
        .map(text -> Json.readDocument(text, Api.class));
  }

  /** Names of the methods that the definition has now. */
  List<String> methods(ApiId api) {
    return jdbc.sql("select name from api_methods where api_id = ?")
        .param(api.value())
        .query((row, _) -> row.getString(1))
        .list();
  }

  void insert(
      ApiId api,
      Origin origin,
      Api base,
      String hash,
      Instant readAt,
      @Nullable Integer watchHours,
      @Nullable Instant nextCheckAt) {
    jdbc.sql(
            """
            insert into api_sources (api_id, url, name, format, title, allow_external, base, hash, read_at,
                                     watch_hours, next_check_at)
            values (:api, :url, :name, :format, :title, :external, :base, :hash, :at, :hours, :next)
            """)
        .param("api", api.value())
        .param("url", origin.url())
        .param("name", origin.name())
        .param("format", origin.format().word())
        .param("title", origin.title())
        .param("external", origin.allowExternal())
        .param("base", Json.write(base))
        .param("hash", hash)
        .param("at", utc(readAt))
        .param("hours", watchHours)
        .param("next", utc(nextCheckAt))
        .update();
  }

  /** Puts a definition that was read aside until somebody takes it. */
  void await(ApiId api, Waiting waiting, Api candidate) {
    jdbc.sql(
            """
            update api_sources
               set candidate = :candidate, candidate_hash = :hash, candidate_at = :at,
                   candidate_summary = :summary, candidate_origin = :origin
             where api_id = :api
            """)
        .param("api", api.value())
        .param("candidate", Json.write(candidate))
        .param("hash", waiting.hash())
        .param("at", utc(waiting.at()))
        .param("summary", waiting.counts() == null ? null : Json.write(waiting.counts()))
        .param("origin", Json.write(waiting.origin()))
        .update();
  }

  void dropCandidate(ApiId api) {
    jdbc.sql(
            """
            update api_sources
               set candidate = null, candidate_hash = null, candidate_at = null,
                   candidate_summary = null, candidate_origin = null
             where api_id = ?
            """)
        .param(api.value())
        .update();
  }

  /** Says what was taken now. */
  void take(ApiId api, Origin origin, Api base, String hash, Instant readAt) {
    jdbc.sql(
            """
            update api_sources
               set url = :url, name = :name, format = :format, title = :title, allow_external = :external,
                   base = :base, hash = :hash, read_at = :at
             where api_id = :api
            """)
        .param("api", api.value())
        .param("url", origin.url())
        .param("name", origin.name())
        .param("format", origin.format().word())
        .param("title", origin.title())
        .param("external", origin.allowExternal())
        .param("base", Json.write(base))
        .param("hash", hash)
        .param("at", utc(readAt))
        .update();
  }

  void watch(ApiId api, @Nullable Integer hours, @Nullable Instant next) {
    jdbc.sql(
            """
            update api_sources set watch_hours = :hours, next_check_at = :next, failures = 0
             where api_id = :api
            """)
        .param("api", api.value())
        .param("hours", hours)
        .param("next", utc(next))
        .update();
  }

  /**
   * Claims the sources that are due, so that one node looks at each.
   *
   * @param until when another node may claim them, should this one never come back
   */
  List<ApiSource> claimDue(Instant now, Instant until, int most) {
    return jdbc.sql(
            """
            update api_sources set next_check_at = :until
             where api_id in (select api_id from api_sources
                               where watch_hours is not null and url is not null and next_check_at <= :now
                               order by next_check_at limit :most for update skip locked)
            returning
            """
                + COLUMNS)
        .param("now", utc(now))
        .param("until", utc(until))
        .param("most", most)
        .query((row, _) -> source(row))
        .list();
  }

  /** Notes a look that went well. */
  void checked(ApiId api, Instant at, @Nullable Instant next, @Nullable String etag) {
    jdbc.sql(
            """
            update api_sources
               set checked_at = :at, check_error = null, failures = 0, next_check_at = :next, etag = :etag
             where api_id = :api
            """)
        .param("api", api.value())
        .param("at", utc(at))
        .param("next", utc(next))
        .param("etag", etag)
        .update();
  }

  /** Notes a look that failed. */
  void failed(ApiId api, Instant at, Instant next, String error) {
    jdbc.sql(
            """
            update api_sources
               set checked_at = :at, check_error = :error, failures = failures + 1, next_check_at = :next
             where api_id = :api
            """)
        .param("api", api.value())
        .param("at", utc(at))
        .param("next", utc(next))
        .param("error", error)
        .update();
  }

  private static ApiSource source(ResultSet row) throws SQLException {
    return new ApiSource(
        new ApiId(row.getObject("api_id", UUID.class)),
        new Origin(
            row.getString("url"),
            row.getString("name"),
            Format.valueOf(row.getString("format").toUpperCase(java.util.Locale.ROOT)),
            row.getString("title"),
            row.getBoolean("allow_external")),
        row.getString("hash"),
        row.getObject("read_at", OffsetDateTime.class).toInstant(),
        row.getObject("watch_hours", Integer.class),
        instant(row, "next_check_at"),
        instant(row, "checked_at"),
        row.getString("check_error"),
        row.getInt("failures"),
        row.getString("etag"),
        waiting(row));
  }

  private static @Nullable Waiting waiting(ResultSet row) throws SQLException {
    String hash = row.getString("candidate_hash");
    Instant at = instant(row, "candidate_at");
    String origin = row.getString("candidate_origin");
    if (hash == null || at == null || origin == null) {
      return null;
    }
    String summary = row.getString("candidate_summary");
    return new Waiting(
        hash,
        at,
        summary == null ? null : Json.readDocument(summary, RefreshCounts.class),
        Json.readDocument(origin, Origin.class));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
