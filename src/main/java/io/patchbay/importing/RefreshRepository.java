package io.patchbay.importing;

import io.patchbay.api.Api;
import io.patchbay.api.ApiId;
import io.patchbay.common.Json;
import io.patchbay.importing.ApiSource.Origin;
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

/** SQL for refreshes that were done, and the ways back. */
@Repository
class RefreshRepository {

  /** Older ways back are forgotten: each holds whole definitions. */
  private static final int KEPT = 20;

  private final JdbcClient jdbc;

  RefreshRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A refresh with the way back.
   *
   * @param before the definition before it
   * @param after the definition after it
   * @param base what the source had said before it
   */
  record Refresh(
      RefreshView view,
      Api before,
      Api after,
      Api base,
      String hash,
      Origin origin,
      Instant readAt,
      long revisionAfter) {}

  void insert(ApiId api, Refresh refresh) {
    jdbc.sql(
            """
            insert into api_refreshes (id, api_id, refreshed_at, refreshed_by, summary, before, after, base, hash,
                                       origin, read_at, revision_after)
            values (:id, :api, :at, :by, :summary, :before, :after, :base, :hash, :origin, :readAt, :revision)
            """)
        .param("id", refresh.view().id())
        .param("api", api.value())
        .param("at", refresh.view().at().atOffset(ZoneOffset.UTC))
        .param("by", refresh.view().by())
        .param("summary", Json.write(refresh.view().counts()))
        .param("before", Json.write(refresh.before()))
        .param("after", Json.write(refresh.after()))
        .param("base", Json.write(refresh.base()))
        .param("hash", refresh.hash())
        .param("origin", Json.write(refresh.origin()))
        .param("readAt", refresh.readAt().atOffset(ZoneOffset.UTC))
        .param("revision", refresh.revisionAfter())
        .update();
    jdbc.sql(
            """
            delete from api_refreshes
             where api_id = :api
               and id not in (select id from api_refreshes where api_id = :api order by refreshed_at desc limit :kept)
            """)
        .param("api", api.value())
        .param("kept", KEPT)
        .update();
  }

  /** The newest first. */
  List<RefreshView> list(ApiId api) {
    return jdbc.sql(
            """
            select id, refreshed_at, refreshed_by, summary, undone_at from api_refreshes
             where api_id = ? order by refreshed_at desc, id desc
            """)
        .param(api.value())
        .query((row, _) -> view(row))
        .list();
  }

  Optional<Refresh> find(ApiId api, UUID id) {
    return jdbc.sql("select * from api_refreshes where api_id = ? and id = ?")
        .params(api.value(), id)
        .query((row, _) ->
            new Refresh(
                view(row),
                Json.readDocument(row.getString("before"), Api.class),
                Json.readDocument(row.getString("after"), Api.class),
                Json.readDocument(row.getString("base"), Api.class),
                row.getString("hash"),
                Json.readDocument(row.getString("origin"), Origin.class),
                row.getObject("read_at", OffsetDateTime.class).toInstant(),
                row.getLong("revision_after")))
        .optional();
  }

  void undone(UUID id, Instant at) {
    jdbc.sql("update api_refreshes set undone_at = :at where id = :id")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  private static RefreshView view(ResultSet row) throws SQLException {
    return new RefreshView(
        row.getObject("id", UUID.class),
        row.getObject("refreshed_at", OffsetDateTime.class).toInstant(),
        row.getString("refreshed_by"),
        Json.readDocument(row.getString("summary"), RefreshCounts.class),
        instant(row.getObject("undone_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
