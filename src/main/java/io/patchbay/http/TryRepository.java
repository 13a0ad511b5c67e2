package io.patchbay.http;

import io.patchbay.api.ApiId;
import io.patchbay.common.Json;
import io.patchbay.common.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL for the history of tries. */
@Repository
class TryRepository {

  private final JdbcClient jdbc;

  TryRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(WorkspaceId workspace, ApiId api, TryOutcome kept) {
    jdbc.sql(
            """
            insert into api_tries (id, workspace_id, api_id, method, environment, tried_at,
              tried_by, status, duration_us, inputs, outcome)
            values (:id, :workspace, :api, :method, :environment, :at, :by, :status, :duration,
              :inputs, :outcome)
            """)
        .param("id", kept.id())
        .param("workspace", workspace.value())
        .param("api", api.value())
        .param("method", kept.method())
        .param("environment", kept.request().environment())
        .param("at", Timestamp.from(kept.triedAt()))
        .param("by", kept.triedBy())
        .param("status", kept.response().status())
        .param("duration", kept.response().durationUs())
        .param("inputs", Json.write(KeptTry.Given.of(kept)))
        .param("outcome", Json.write(KeptTry.Came.of(kept)))
        .update();
  }

  /** Forgets all but the latest. */
  void keepLatest(WorkspaceId workspace, ApiId api, String method, int count) {
    jdbc.sql(
            """
            delete from api_tries where id in (
              select id from api_tries
               where workspace_id = ? and api_id = ? and method = ?
               order by tried_at desc, id desc offset ?)
            """)
        .params(workspace.value(), api.value(), method, count)
        .update();
  }

  /** The latest first. */
  List<TryOutcome> list(WorkspaceId workspace, ApiId api, String method) {
    return jdbc.sql(
            """
            select * from api_tries
             where workspace_id = ? and api_id = ? and method = ?
             order by tried_at desc, id desc
            """)
        .params(workspace.value(), api.value(), method)
        .query((row, _) -> outcome(row))
        .list();
  }

  void delete(WorkspaceId workspace, ApiId api, String method) {
    jdbc.sql("delete from api_tries where workspace_id = ? and api_id = ? and method = ?")
        .params(workspace.value(), api.value(), method)
        .update();
  }

  private static TryOutcome outcome(ResultSet row) throws SQLException {
    var given = Json.readDocument(row.getString("inputs"), KeptTry.Given.class);
    var came = Json.readDocument(row.getString("outcome"), KeptTry.Came.class);
    return new TryOutcome(
        row.getObject("id", UUID.class),
        row.getString("method"),
        row.getTimestamp("tried_at").toInstant(),
        row.getString("tried_by"),
        came.version(),
        given.request(row.getString("environment")),
        given.leftOut(),
        came.response(),
        came.isShortened());
  }
}
