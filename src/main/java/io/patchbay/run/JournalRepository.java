package io.patchbay.run;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes runs and step runs, as arrays: two statements for any number of rows. */
@Repository
class JournalRepository {

  private static final String RUNS =
      """
      insert into runs (id, workspace_id, flow_id, flow_name, version, state, node, trigger_id,
        trigger_kind, environment, trigger_data, reply, failure, started_at, finished_at, duration_us)
      select id, workspace_id, flow_id, flow_name, version, state, ?, trigger_id,
        trigger_kind, environment, trigger_data, reply, failure,
        'epoch'::timestamptz + started_us * interval '1 microsecond',
        'epoch'::timestamptz + finished_us * interval '1 microsecond', duration_us
      from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[])
        as row (id, workspace_id, flow_id, flow_name, version, state, trigger_id,
          trigger_kind, environment, trigger_data, reply, failure, started_us, finished_us, duration_us)
      on conflict (workspace_id, id) do update set
        state = excluded.state, reply = excluded.reply, failure = excluded.failure,
        finished_at = excluded.finished_at, duration_us = excluded.duration_us
      where excluded.finished_at is not null
      """;

  private static final String STEPS =
      """
      insert into step_runs (run_id, seq, step_id, kind, state, port, attempts, started_at,
        duration_us, input, output, failure, request)
      select run_id, seq, step_id, kind, state, port, attempts,
        'epoch'::timestamptz + started_us * interval '1 microsecond',
        duration_us, input, output, failure, request
      from unnest(?::uuid[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[],
        ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
        as row (run_id, seq, step_id, kind, state, port, attempts, started_us,
          duration_us, input, output, failure, request)
      on conflict (run_id, seq) do nothing
      """;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final NodeId node;

  JournalRepository(JdbcTemplate jdbc, TransactionTemplate transaction, NodeId node) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.node = node;
  }

  /** Writes all entries in one commit; writing an entry twice does no harm. */
  void write(List<JournalEntry> entries) {
    var runs = new LinkedHashMap<RunId, RunRow>();
    var steps = new ArrayList<StepRow>();
    for (var entry : entries) {
      var run = entry.run();
      if (run != null) {
        runs.merge(run.run(), run, (earlier, later) -> later.over(earlier));
      }
      steps.addAll(entry.steps());
    }
    transaction.executeWithoutResult(_ -> {
      writeRuns(List.copyOf(runs.values()));
      writeSteps(steps);
    });
  }

  private void writeRuns(List<RunRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.update(
        RUNS,
        statement -> {
          var arrays = new Arrays(statement.getConnection());
          statement.setString(1, node.value());
          statement.setArray(2, arrays.of("uuid", rows, row -> row.run().value()));
          statement.setArray(3, arrays.of("uuid", rows, row -> row.workspace().value()));
          statement.setArray(4, arrays.of("uuid", rows, row -> row.flow().value()));
          statement.setArray(5, arrays.of("text", rows, RunRow::flowName));
          statement.setArray(6, arrays.of("int4", rows, RunRow::version));
          statement.setArray(7, arrays.of("text", rows, row -> row.state().word()));
          statement.setArray(8, arrays.of("text", rows, RunRow::triggerId));
          statement.setArray(9, arrays.of("text", rows, RunRow::triggerKind));
          statement.setArray(10, arrays.of("text", rows, RunRow::environment));
          statement.setArray(11, arrays.of("text", rows, RunRow::triggerData));
          statement.setArray(12, arrays.of("text", rows, RunRow::reply));
          statement.setArray(13, arrays.of("text", rows, RunRow::failure));
          statement.setArray(14, arrays.of("int8", rows, row -> micros(row.startedAt())));
          statement.setArray(15, arrays.of("int8", rows, row -> micros(row.finishedAt())));
          statement.setArray(16, arrays.of("int8", rows, RunRow::durationUs));
        });
  }

  private void writeSteps(List<StepRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.update(
        STEPS,
        statement -> {
          var arrays = new Arrays(statement.getConnection());
          statement.setArray(1, arrays.of("uuid", rows, row -> row.run().value()));
          statement.setArray(2, arrays.of("int4", rows, StepRow::seq));
          statement.setArray(3, arrays.of("text", rows, StepRow::step));
          statement.setArray(4, arrays.of("text", rows, StepRow::kind));
          statement.setArray(5, arrays.of("text", rows, row -> row.state().word()));
          statement.setArray(6, arrays.of("text", rows, StepRow::port));
          statement.setArray(7, arrays.of("int4", rows, StepRow::attempts));
          statement.setArray(8, arrays.of("int8", rows, row -> micros(row.startedAt())));
          statement.setArray(9, arrays.of("int8", rows, StepRow::durationUs));
          statement.setArray(10, arrays.of("text", rows, StepRow::input));
          statement.setArray(11, arrays.of("text", rows, StepRow::output));
          statement.setArray(12, arrays.of("text", rows, StepRow::failure));
          statement.setArray(13, arrays.of("text", rows, StepRow::request));
        });
  }

  private static @Nullable Long micros(@Nullable Instant instant) {
    return instant == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** Makes SQL arrays out of one column of many rows. */
  private record Arrays(Connection connection) {

    <R> Array of(String type, List<R> rows, Function<R, @Nullable Object> column)
        throws SQLException {
      return connection.createArrayOf(type, rows.stream().map(column).toArray());
    }
  }
}
