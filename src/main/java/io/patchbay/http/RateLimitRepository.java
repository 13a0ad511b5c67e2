package io.patchbay.http;

import io.patchbay.api.ApiId;
import io.patchbay.http.TurnWindow.Kept;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what is left of the rate limits that all nodes share, by the database's clock. */
@Repository
class RateLimitRepository {

  private static final String NOW = "(extract(epoch from clock_timestamp()) * 1000)::bigint";

  private final JdbcClient jdbc;

  RateLimitRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The limit as it is now; empty when it was never used. */
  Optional<Row> find(ApiId api, String scope) {
    return jdbc.sql(
            "select *, %s as now_ms from rate_limits where api_id = ? and scope = ?".formatted(NOW))
        .params(api.value(), scope)
        .query((row, _) -> row(row))
        .optional();
  }

  List<Row> list(ApiId api) {
    return jdbc.sql(
            "select *, %s as now_ms from rate_limits where api_id = ? order by scope"
                .formatted(NOW))
        .param(api.value())
        .query((row, _) -> row(row))
        .list();
  }

  /** Makes the row, if there is an API of that id and no row yet. */
  void create(ApiId api, String scope) {
    jdbc.sql(
            """
            insert into rate_limits (api_id, scope)
            select id, ? from apis where id = ?
            on conflict do nothing
            """)
        .params(scope, api.value())
        .update();
  }

  /**
   * Stores what is left.
   *
   * @return false when another node was faster
   */
  boolean store(ApiId api, Row read, Kept kept) {
    return jdbc.sql(
                """
                update rate_limits
                set slot_ms = ?, slot = ?, taken = ?, level = ?, level_at = ?, revision = revision + 1
                where api_id = ? and scope = ? and revision = ?
                """)
            .params(
                kept.slotMs(),
                kept.slot(),
                kept.taken(),
                kept.level(),
                kept.levelAt(),
                api.value(),
                read.scope(),
                read.revision())
            .update()
        == 1;
  }

  /** Lets nobody call for a while, if that is longer than what was said before. */
  void pause(ApiId api, String scope, Duration time, String reason) {
    jdbc.sql(
            """
            update rate_limits
            set paused_until = %1$s + :ms, paused_by = :reason, revision = revision + 1
            where api_id = :api and scope = :scope and paused_until < %1$s + :ms
            """
                .formatted(NOW))
        .param("ms", time.toMillis())
        .param("reason", reason)
        .param("api", api.value())
        .param("scope", scope)
        .update();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("scope"),
        new Kept(
            row.getLong("slot_ms"),
            row.getLong("slot"),
            row.getString("taken"),
            row.getDouble("level"),
            row.getLong("level_at")),
        row.getLong("paused_until"),
        row.getString("paused_by"),
        row.getLong("revision"),
        row.getLong("now_ms"));
  }

  /**
   * A row, and when it was read.
   *
   * @param pausedUntil milliseconds since 1970 by the database's clock
   * @param nowMs the same clock
   */
  record Row(
      String scope,
      Kept kept,
      long pausedUntil,
      @Nullable String pausedBy,
      long revision,
      long nowMs) {

    Duration pause() {
      return Duration.ofMillis(Math.max(0, pausedUntil - nowMs));
    }
  }
}
