package io.patchbay.run;

import io.patchbay.common.Failure;
import io.patchbay.common.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the record of runs. */
@Repository
class RunRepository {

  private static final int SEARCHED = 20_000;

  /** What was read within the limit of depth is stored some levels deeper. */
  private static final JsonMapper DEEP =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(1_000).build())
                  .build())
          .build();

  private static final String HEAD =
      """
      r.id, f.slug, r.flow_name, r.version, r.environment, r.state, r.started_at, r.finished_at, r.duration_us,
      r.trigger_id, r.trigger_kind, r.failure
      """;

  private final JdbcClient jdbc;

  RunRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Run> list(WorkspaceId workspace, RunFilter filter, @Nullable UUID before, int limit) {
    var query = new RunQuery(workspace, filter, before);
    String inner =
        "select %s, r.trigger_data from runs r join flows f on f.id = r.flow_id where %s order by r.id desc limit %d"
            .formatted(HEAD, query.conditions(), filter.text() == null ? limit : SEARCHED);
    String sql =
        filter.text() == null
            ? inner
            : "select * from (%s) r where %s order by id desc limit %d"
                .formatted(inner, RunQuery.TEXT, limit);
    return jdbc.sql(sql).params(query.parameters()).query(RunRepository::head).list();
  }

  Optional<Run> find(WorkspaceId workspace, RunId id) {
    var steps =
        jdbc.sql("select * from step_runs where run_id = ? order by seq")
            .param(id.value())
            .query(RunRepository::step)
            .list();
    return jdbc.sql(
            """
            select %s, r.trigger_data, r.reply from runs r join flows f on f.id = r.flow_id
            where r.workspace_id = ? and r.id = ?
            """
                .formatted(HEAD))
        .param(workspace.value())
        .param(id.value())
        .query((row, _) -> whole(row, steps))
        .optional();
  }

  Optional<RunId> latest(WorkspaceId workspace, String flow, boolean draftToo) {
    return jdbc.sql(
            """
            select r.id from runs r
            where r.flow_id = (select id from flows where workspace_id = ? and slug = ?)
              and (? or r.version is not null)
            order by r.id desc limit 1
            """)
        .param(workspace.value())
        .param(flow)
        .param(draftToo)
        .query((row, _) -> new RunId(row.getObject(1, UUID.class)))
        .optional();
  }

  List<Run> lastRuns(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select %s from flows f
            cross join lateral
              (select * from runs where flow_id = f.id order by id desc limit 1) r
            where f.workspace_id = ?
            """
                .formatted(HEAD))
        .param(workspace.value())
        .query(RunRepository::head)
        .list();
  }

  Map<RunState, Long> counts(WorkspaceId workspace, Instant since) {
    var counts = new EnumMap<RunState, Long>(RunState.class);
    jdbc.sql("select state, count(*) from runs where workspace_id = ? and id >= ? group by state")
        .param(workspace.value())
        .param(RunQuery.firstId(since))
        .query(row -> {
          counts.put(RunState.of(row.getString(1)), row.getLong(2));
        });
    return counts;
  }

  private static Run head(ResultSet row, int number) throws SQLException {
    return run(row, DEEP.createObjectNode(), null, List.of());
  }

  private static Run whole(ResultSet row, List<StepRun> steps) throws SQLException {
    JsonNode data = json(row.getString("trigger_data"));
    return run(row, data, json(row.getString("reply")), steps);
  }

  private static Run run(
      ResultSet row, @Nullable JsonNode data, @Nullable JsonNode reply, List<StepRun> steps)
      throws SQLException {
    return new Run(
        new RunId(row.getObject("id", UUID.class)),
        row.getString("slug"),
        row.getString("flow_name"),
        row.getObject("version", Integer.class),
        row.getString("environment"),
        RunState.of(row.getString("state")),
        row.getTimestamp("started_at").toInstant(),
        instant(row.getTimestamp("finished_at")),
        millis(row.getObject("duration_us", Long.class)),
        data == null
            ? null
            : new Run.TriggerRecord(
                row.getString("trigger_id"), row.getString("trigger_kind"), data),
        reply == null ? null : DEEP.treeToValue(reply, Run.Reply.class),
        failure(row.getString("failure")),
        steps);
  }

  private static StepRun step(ResultSet row, int number) throws SQLException {
    return new StepRun(
        row.getString("step_id"),
        row.getString("kind"),
        StepState.of(row.getString("state")),
        row.getString("port"),
        row.getInt("attempts"),
        instant(row.getTimestamp("started_at")),
        millis(row.getObject("duration_us", Long.class)),
        json(row.getString("input")),
        json(row.getString("output")),
        failure(row.getString("failure")),
        json(row.getString("request")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static @Nullable Double millis(@Nullable Long micros) {
    return micros == null ? null : micros / 1_000.0;
  }

  private static @Nullable JsonNode json(@Nullable String text) {
    return text == null ? null : DEEP.readTree(text);
  }

  private static @Nullable Failure failure(@Nullable String text) {
    return text == null ? null : DEEP.readValue(text, Failure.class);
  }
}
