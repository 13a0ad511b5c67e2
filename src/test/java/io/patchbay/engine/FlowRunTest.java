package io.patchbay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.patchbay.common.Failure;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.common.WorkspaceId;
import io.patchbay.flow.ConditionStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Link;
import io.patchbay.flow.Step;
import io.patchbay.flow.TransformStep;
import io.patchbay.flow.Trigger;
import io.patchbay.http.ApiClient;
import io.patchbay.http.TestApiClient;
import io.patchbay.run.RunState;
import io.patchbay.run.StepFinished;
import io.patchbay.run.StepState;
import io.patchbay.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlowRunTest {

  private static final TestDatabase database = TestDatabase.fresh();
  private static final ApiClient CLIENT = TestApiClient.on(database);
  private static final Trigger TRIGGER = new Trigger.Manual("go", null);

  @Test
  void cancellingCutsOffACallUnderWay() throws Exception {
    try (var upstream = new Upstream(Map.of("slow", new Upstream.Reply(200, null, 10_000)))) {
      var flow =
          Json.readDocument(
              """
              name: Slow
              triggers: [{ id: go, kind: manual }]
              steps:
                - { id: call, kind: call, api: up, method: slow }
                - { id: after, kind: transform, value: 1 }
              links: [{ from: go, to: call }, { from: call, to: after }]
              """,
              Flow.class);
      var run =
          new FlowBench(database, CLIENT, upstream.url(), Stream.of("slow"))
              .start(flow, "go", TriggerData.EMPTY);
      while (upstream.requests.isEmpty()) {
        Thread.sleep(5);
      }
      long start = System.nanoTime();

      run.run.end(
          RunState.CANCELLED, Failure.of(Failure.Kind.CANCELLED, "Cancelled", "Ann did it."));

      assertThat(run.await().state()).isEqualTo(RunState.CANCELLED);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
      assertThat(run.steps)
          .singleElement()
          .extracting(StepFinished::state)
          .isEqualTo(StepState.CANCELLED);
      assertThat(run.end.failure().detail()).isEqualTo("Ann did it.");
    }
  }

  @Test
  void aJoinRunsOnceHoweverItsBranchesRace() throws Exception {
    var steps = new ArrayList<Step>();
    var links = new ArrayList<Link>();
    for (int i = 0; i < 8; i++) {
      steps.add(constant("s" + i));
      links.add(Link.of("go", "s" + i));
      links.add(Link.of("s" + i, "join"));
    }
    steps.add(constant("join"));
    var bench = new FlowBench(database, CLIENT, "http://localhost:1", Stream.of());
    var compiled = bench.compiler().compile(new WorkspaceId(UUID.randomUUID()), flow(steps, links));

    for (int round = 0; round < 40; round++) {
      var runs =
          IntStream.range(0, 100)
              .mapToObj(_ -> bench.start(compiled, "go", TriggerData.EMPTY, 10_000))
              .toList();
      for (var run : runs) {
        run.await();
        assertThat(run.steps).hasSize(9).allMatch(step -> step.state() == StepState.SUCCEEDED);
        assertThat(run.steps.stream().filter(step -> step.step().equals("join"))).hasSize(1);
        assertThat(run.step("join").seq()).isEqualTo(8);
      }
    }
  }

  @Test
  void anyGraphEndsAsTheRulesSay() throws Exception {
    var bench = new FlowBench(database, CLIENT, "http://localhost:1", Stream.of());
    for (long seed = 0; seed < 2_000; seed++) {
      var flow = randomFlow(new Random(seed));

      var run = bench.start(flow, "go", TriggerData.EMPTY);
      run.await();

      var states = new TreeMap<String, StepState>();
      run.steps.forEach(step -> states.put(step.step(), step.state()));
      assertThat(run.steps).as("each step once, seed %d", seed).hasSize(states.size());
      assertThat(states).as("seed %d", seed).isEqualTo(expected(flow));
    }
  }

  /** The rules once more, one step after another, for flows whose links all lead forward. */
  private static Map<String, StepState> expected(Flow flow) {
    var states = new TreeMap<String, StepState>();
    var fired = new ArrayList<Link>();
    var dead = new ArrayList<Link>();
    flow.links().stream().filter(link -> link.from().equals("go")).forEach(fired::add);
    for (var step : flow.steps()) {
      boolean starts = fired.stream().anyMatch(link -> link.to().equals(step.id()));
      boolean skipped = !starts && dead.stream().anyMatch(link -> link.to().equals(step.id()));
      if (starts || skipped) {
        states.put(step.id(), starts ? StepState.SUCCEEDED : StepState.SKIPPED);
        String port =
            step instanceof ConditionStep c ? (c.when().isEmpty() ? "false" : "true") : "next";
        for (var link : flow.links()) {
          if (link.from().equals(step.id())) {
            (starts && link.leaves().equals(port) ? fired : dead).add(link);
          }
        }
      }
    }
    return states;
  }

  private static Flow randomFlow(Random random) {
    int size = 2 + random.nextInt(14);
    var steps = new ArrayList<Step>();
    var links = new ArrayList<Link>();
    for (int i = 0; i < size; i++) {
      boolean condition = random.nextBoolean();
      steps.add(
          condition
              ? new ConditionStep("s" + i, null, random.nextBoolean() ? "yes" : "")
              : constant("s" + i));
      if (i == 0 || random.nextInt(4) == 0) {
        links.add(Link.of("go", "s" + i));
      }
      for (int n = random.nextInt(4); n > 0 && i > 0; n--) {
        int from = random.nextInt(i);
        String port =
            steps.get(from) instanceof ConditionStep
                ? (random.nextBoolean() ? "true" : "false")
                : (random.nextInt(5) == 0 ? "error" : "next");
        links.add(Link.of("s" + from, port, "s" + i));
      }
    }
    return flow(steps, links);
  }

  @Test
  void refusesACircleAndNamesItsSteps() {
    var bench = new FlowBench(database, CLIENT, "http://localhost:1", Stream.of());
    var flow =
        flow(
            List.of(constant("a"), constant("b"), constant("c")),
            List.of(Link.of("go", "a"), Link.of("a", "b"), Link.of("b", "c"), Link.of("c", "b")));

    assertThatExceptionOfType(InvalidException.class)
        .isThrownBy(() -> bench.start(flow, "go", TriggerData.EMPTY))
        .withMessageContaining("'b', 'c'");
  }

  @Test
  void aFaultOfAHandlerFailsTheStepAsABug() {
    CompiledStep faulty =
        _ -> {
          throw new IllegalStateException("secret detail");
        };

    var result =
        StepRunner.run(
            faulty, new StepContext(null, Map.of(), "r|s", () -> Duration.ZERO, _ -> {}), "s");

    assertThat(result).isInstanceOf(StepResult.Failed.class);
    var failure = ((StepResult.Failed) result).failure();
    assertThat(failure.kind()).isEqualTo(Failure.Kind.BUG);
    assertThat(failure.step()).isEqualTo("s");
    assertThat(failure.detail()).doesNotContain("secret detail");
  }

  private static Step constant(String id) {
    return new TransformStep(id, null, Json.toTree(id));
  }

  private static Flow flow(List<Step> steps, List<Link> links) {
    return Flow.named("Flow").withTriggers(List.of(TRIGGER)).withSteps(steps).withLinks(links);
  }
}
