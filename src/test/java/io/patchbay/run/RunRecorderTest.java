package io.patchbay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.patchbay.common.Access;
import io.patchbay.common.Failure;
import io.patchbay.common.Ids;
import io.patchbay.common.NotFoundException;
import io.patchbay.flow.FlowId;
import io.patchbay.flow.FlowSettings.Recording;
import io.patchbay.testing.TestDatabase;
import io.patchbay.testing.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class RunRecorderTest {

  private static final TestDatabase database = TestDatabase.fresh();
  private static final InstantSource CLOCK = InstantSource.system();

  private final JdbcClient jdbc = database.jdbc();
  private final Ids ids = new Ids(CLOCK);
  private final AtomicBoolean down = new AtomicBoolean();
  private Access access;
  private FlowId flow;
  private RunRecorder recorder;
  private RunService runs;

  @BeforeEach
  void start() {
    access = TestWorkspace.create(jdbc);
    flow = flow("orders");
    var source = breakable(database.dataSource());
    var repository =
        new JournalRepository(
            new JdbcTemplate(source),
            new TransactionTemplate(new DataSourceTransactionManager(source)),
            new NodeId("node-a"));
    recorder = new RunRecorder(repository, (_, json) -> json.replace("s3cret", "••••••"), CLOCK);
    recorder.start();
    runs = new RunService(new RunRepository(jdbc), recorder, CLOCK);
  }

  @AfterEach
  void stop() throws Exception {
    down.set(false);
    recorder.stop(Duration.ofSeconds(10));
  }

  @Test
  void writesARunWithItsSteps() throws Exception {
    var run = started(Recording.ALL, Map.of("body", Map.of("a", 1), "id", "hook"));
    recorder.stepFinished(succeeded(run, 1, "b", Map.of("body", 2)));
    recorder.stepFinished(succeeded(run, 0, "a", Map.of("body", 1)));
    finished(run, RunState.SUCCEEDED, new Answer(201, Map.of("X-A", "b"), List.of(1)), null);

    var read = read(run);

    assertThat(read.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(read.flow()).isEqualTo("orders");
    assertThat(read.version()).isEqualTo(3);
    assertThat(read.startedAt())
        .isEqualTo(run.startedAt().truncatedTo(java.time.temporal.ChronoUnit.MICROS));
    assertThat(read.trigger().data()).hasToString("{\"body\":{\"a\":1}}");
    assertThat(read.reply().status()).isEqualTo(201);
    assertThat(read.reply().body()).hasToString("[1]");
    assertThat(read.steps()).extracting(StepRun::id).containsExactly("a", "b");
    assertThat(read.steps().getFirst().output()).hasToString("{\"body\":1}");
  }

  @Test
  void keepsNoSecretsAndNoHugePayloads() throws Exception {
    var huge = "x".repeat(100_000);
    var run =
        started(
            Recording.ALL,
            Map.of(
                "headers",
                Map.of("authorization", "Bearer abc", "x-hub-signature", "abc", "accept", "*")));
    recorder.stepFinished(
        succeeded(
            run, 0, "a", Map.of("status", 200, "body", Map.of("text", huge, "key", "s3cret"))));
    recorder.stepFinished(succeeded(run, 1, "b", Map.of("body", "s3cret")));
    finished(run, RunState.SUCCEEDED, null, null);

    var read = read(run);

    assertThat(read.trigger().data().get("headers").toString())
        .doesNotContain("abc")
        .contains("\"accept\":\"*\"");
    var cut = read.steps().get(0).output();
    assertThat(cut.get("status").asInt()).isEqualTo(200);
    assertThat(cut.at("/body/$truncated").asInt()).isGreaterThan(100_000);
    assertThat(cut.at("/body/preview").asString().length()).isBetween(1_000, 3_000);
    assertThat(read.steps().get(1).output()).hasToString("{\"body\":\"••••••\"}");
  }

  @Test
  void keepsWhatTheFlowAsksFor() throws Exception {
    var fine = started(Recording.FAILURES, Map.of());
    finished(fine, RunState.SUCCEEDED, null, null);
    var failed = started(Recording.FAILURES, Map.of());
    recorder.stepFinished(succeeded(failed, 0, "a", Map.of()));
    finished(failed, RunState.FAILED, null, Failure.of(Failure.Kind.BUG, "T", "D"));
    var none = started(Recording.NONE, Map.of());
    finished(none, RunState.FAILED, null, Failure.of(Failure.Kind.BUG, "T", "D"));

    assertThat(read(failed).steps()).hasSize(1);
    for (var run : List.of(fine, none)) {
      recorder.awaitRecorded(run.run(), Duration.ofSeconds(5));
      assertThatExceptionOfType(NotFoundException.class)
          .isThrownBy(() -> runs.get(access, run.run()));
    }
  }

  @Test
  void showsALongRunBeforeItIsOver() throws Exception {
    var run = started(Recording.ALL, Map.of("body", 1));
    recorder.stepFinished(succeeded(run, 0, "a", Map.of("body", 1)));
    Thread.sleep(300);

    recorder.writeLongRuns();
    awaitRow(run);

    assertThat(runs.get(access, run.run()).state()).isEqualTo(RunState.RUNNING);
    recorder.stepFinished(succeeded(run, 1, "b", Map.of("body", 2)));
    finished(run, RunState.CANCELLED, null, null);
    var read = read(run);
    assertThat(read.state()).isEqualTo(RunState.CANCELLED);
    assertThat(read.trigger().data()).hasToString("{\"body\":1}");
    assertThat(read.steps()).extracting(StepRun::id).containsExactly("a", "b");
  }

  @Test
  void losesNothingWhileTheDatabaseIsAway() throws Exception {
    down.set(true);
    var written = new ArrayList<RunStarted>();
    for (int i = 0; i < 50; i++) {
      var run = started(Recording.ALL, Map.of("body", i));
      finished(run, RunState.SUCCEEDED, null, null);
      written.add(run);
    }
    assertThat(recorder.awaitRecorded(written.getFirst().run(), Duration.ofMillis(200))).isFalse();

    down.set(false);

    for (var run : written) {
      assertThat(read(run).state()).isEqualTo(RunState.SUCCEEDED);
    }
  }

  @Test
  void doesNotAcceptWhatItCouldNotWrite() throws Exception {
    down.set(true);
    var run = opening(Recording.ALL, Map.of("body", 1));

    boolean accepted = recorder.openDurably(run);
    down.set(false);

    assertThat(accepted).isFalse();
    Thread.sleep(3_000);
    var states =
        jdbc.sql("select state from runs where id = ?")
            .param(run.run().value())
            .query(String.class)
            .list();
    assertThat(states).as("nobody will run it").doesNotContain("running", "queued");
  }

  @Test
  void aRowThatTheDatabaseRefusesTakesNoOtherAlong() throws Exception {
    var before = started(Recording.ALL, Map.of());
    var poison = started(Recording.ALL, Map.of());
    var after = started(Recording.ALL, Map.of());
    finished(before, RunState.SUCCEEDED, null, null);
    recorder.stepFinished(succeeded(poison, 0, "a\0b", Map.of()));
    finished(poison, RunState.SUCCEEDED, null, null);
    finished(after, RunState.SUCCEEDED, null, null);

    assertThat(read(before).state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(read(after).state()).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void writesWhatIsLeftWhenItStops() throws Exception {
    var run = started(Recording.ALL, Map.of());
    finished(run, RunState.SUCCEEDED, null, null);

    recorder.stop(Duration.ofSeconds(10));

    assertThat(runs.get(access, run.run()).state()).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  void listsNewestFirstInPages() throws Exception {
    var written = new ArrayList<RunId>();
    for (int i = 0; i < 5; i++) {
      var run = started(Recording.ALL, Map.of("body", "order-" + i));
      finished(run, i == 2 ? RunState.FAILED : RunState.SUCCEEDED, null, null);
      read(run);
      written.addFirst(run.run());
      Thread.sleep(2);
    }

    var first = runs.list(access, RunFilter.ANY, null, 2);
    var second = runs.list(access, RunFilter.ANY, first.next(), 2);
    var third = runs.list(access, RunFilter.ANY, second.next(), 2);

    var all = new ArrayList<>(first.runs());
    all.addAll(second.runs());
    all.addAll(third.runs());
    assertThat(all).extracting(Run::id).isEqualTo(written);
    assertThat(third.next()).isNull();
    assertThat(filtered("orders", Set.of(RunState.FAILED), null)).containsExactly(written.get(2));
    assertThat(filtered("others", Set.of(), null)).isEmpty();
    assertThat(filtered(null, Set.of(), "ORDER-3")).containsExactly(written.get(1));
    assertThat(filtered(null, Set.of(), "order_3")).isEmpty();
    assertThat(filtered(null, Set.of(), written.get(4).toString())).containsExactly(written.get(4));
    assertThat(runs.counts(access).of(RunState.SUCCEEDED)).isEqualTo(4);
    assertThat(runs.lastRuns(access).get("orders").id()).isEqualTo(written.getFirst());
    assertThat(runs.latest(access, "orders", false))
        .get()
        .extracting(Run::id)
        .isEqualTo(written.getFirst());
  }

  @Test
  void aForeignRunLooksLikeNone() throws Exception {
    var run = started(Recording.ALL, Map.of());
    finished(run, RunState.SUCCEEDED, null, null);
    read(run);
    var other = TestWorkspace.create(jdbc);

    assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> runs.get(other, run.run()));
    assertThat(runs.list(other, RunFilter.ANY, null, 10).runs()).isEmpty();
  }

  @Test
  void runsOfADeadNodeFail() throws Exception {
    var run = opening(Recording.ALL, Map.of());
    recorder.openDurably(run);
    var nodes = new NodeRepository(jdbc);
    nodes.renew(new NodeId("node-a"), 30);
    nodes.failRunsOfDeadNodes();
    assertThat(runs.get(access, run.run()).state()).isEqualTo(RunState.RUNNING);

    nodes.remove(new NodeId("node-a"));
    nodes.failRunsOfDeadNodes();

    var read = runs.get(access, run.run());
    assertThat(read.state()).isEqualTo(RunState.FAILED);
    assertThat(read.failure().kind()).isEqualTo(Failure.Kind.INTERRUPTED);
    assertThat(read.durationMs()).isNotNull();
  }

  @Test
  void runsOfADeletedFlowGoWithIt() throws Exception {
    var run = started(Recording.ALL, Map.of());
    recorder.stepFinished(succeeded(run, 0, "a", Map.of()));
    finished(run, RunState.SUCCEEDED, null, null);
    read(run);
    jdbc.sql("delete from flows where id = ?").param(flow.value()).update();

    assertThat(new OrphanRunRepository(jdbc).deleteBatch()).isEqualTo(1);

    assertThat(
            jdbc.sql("select count(*) from step_runs where run_id = ?")
                .param(run.run().value())
                .query(Long.class)
                .single())
        .isZero();
  }

  private List<RunId> filtered(String flowSlug, Set<RunState> states, String text) {
    var filter = new RunFilter(flowSlug, states, null, null, null, null, text);
    return runs.list(access, filter, null, 10).runs().stream().map(Run::id).toList();
  }

  private RunStarted started(Recording recording, Map<String, Object> trigger) {
    var run = opening(recording, trigger);
    recorder.runStarted(run);
    return run;
  }

  private RunStarted opening(Recording recording, Map<String, Object> trigger) {
    return new RunStarted(
        new RunId(ids.next()),
        access.workspace(),
        flow,
        "orders",
        "Orders",
        3,
        "hook",
        "webhook",
        null,
        trigger,
        recording,
        false,
        CLOCK.instant());
  }

  private void finished(RunStarted run, RunState state, Answer answer, Failure failure) {
    recorder.runFinished(
        new RunFinished(run.run(), state, answer, failure, CLOCK.instant(), 1_500));
  }

  private static StepFinished succeeded(
      RunStarted run, int seq, String id, Map<String, Object> output) {
    return new StepFinished(
        run.run(),
        seq,
        id,
        id,
        "transform",
        StepState.SUCCEEDED,
        "next",
        1,
        Instant.EPOCH,
        10,
        null,
        output,
        null,
        null,
        null);
  }

  private Run read(RunStarted run) throws InterruptedException {
    assertThat(recorder.awaitRecorded(run.run(), Duration.ofSeconds(10))).isTrue();
    return runs.get(access, run.run());
  }

  private void awaitRow(RunStarted run) throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      if (jdbc.sql("select count(*) from runs where id = ?")
              .param(run.run().value())
              .query(Long.class)
              .single()
          > 0) {
        return;
      }
      Thread.sleep(10);
    }
  }

  private FlowId flow(String slug) {
    var id = new FlowId(UUID.randomUUID());
    jdbc.sql(
            """
            insert into flows (id, workspace_id, slug, name, draft, updated_by)
            values (?, ?, ?, 'Orders', '{}', 'test')
            """)
        .params(id.value(), access.workspace().value(), slug)
        .update();
    return id;
  }

  /** A data source whose connections fail while the database is down. */
  private DataSource breakable(DataSource source) {
    return new DelegatingDataSource(source) {
      @Override
      public java.sql.Connection getConnection() throws java.sql.SQLException {
        if (down.get()) {
          throw new java.sql.SQLTransientConnectionException("down");
        }
        return super.getConnection();
      }
    };
  }
}
