package io.patchbay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Failure;
import io.patchbay.common.Json;
import io.patchbay.flow.Flow;
import io.patchbay.http.ApiClient;
import io.patchbay.http.TestApiClient;
import io.patchbay.run.RunState;
import io.patchbay.run.StepState;
import io.patchbay.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Each file in {@code flows} is a flow, what its upstream answers, and what has to come of it. */
class FlowFixtureTest {

  private static final TestDatabase database = TestDatabase.fresh();

  private static final ApiClient CLIENT = TestApiClient.on(database);

  record Fixture(
      String about,
      Flow flow,
      @Nullable String trigger,
      @Nullable JsonNode body,
      Map<String, Upstream.Reply> upstream,
      Expected expect) {

    Fixture {
      upstream = upstream == null ? Map.of() : upstream;
    }
  }

  record Expected(
      RunState state,
      Map<String, StepState> steps,
      Map<String, JsonNode> outputs,
      @Nullable JsonNode answer,
      @Nullable ExpectedFailure failure,
      Map<String, Map<String, String>> sent,
      @Nullable Integer mostCallsAtOnce,
      @Nullable Integer withinMs) {}

  record ExpectedFailure(Failure.Kind kind, @Nullable String step, @Nullable Integer status) {}

  static List<Path> fixtures() throws Exception {
    try (var files = Files.list(Path.of("src/test/resources/flows"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void runsAsTheFixtureSays(Path file) throws Exception {
    var fixture = Json.readDocument(Files.readString(file), Fixture.class);
    try (var upstream = new Upstream(fixture.upstream())) {
      var bench =
          new FlowBench(database, CLIENT, upstream.url(), fixture.upstream().keySet().stream());
      var data =
          fixture.body() == null
              ? TriggerData.EMPTY
              : TriggerData.ofBody(Json.toValue(fixture.body()));
      String trigger =
          fixture.trigger() == null ? fixture.flow().triggers().getFirst().id() : fixture.trigger();
      long start = System.nanoTime();
      var run = bench.start(fixture.flow(), trigger, data);
      while (run.run.signals().awaitEnd(Duration.ofMillis(50)).isEmpty()) {
        run.run.endIfLate();
      }
      long tookMs = (System.nanoTime() - start) / 1_000_000;

      check(fixture.expect(), run, run.await());
      checkCalls(fixture.expect(), upstream, tookMs);
    }
  }

  private static void check(Expected expected, FlowBench.Watched run, Outcome outcome) {
    var states = new TreeMap<String, StepState>();
    run.steps.forEach(step ->
        assertThat(states.put(step.step(), step.state())).as(step.step() + " ran once").isNull());
    assertThat(states).isEqualTo(new TreeMap<>(expected.steps()));
    assertThat(outcome.state()).isEqualTo(expected.state());
    assertThat(run.end.state()).isEqualTo(expected.state());
    if (expected.outputs() != null) {
      expected
          .outputs()
          .forEach((id, output) ->
              assertThat(Json.toTree(run.step(id).output())).as(id).isEqualTo(output));
    }
    assertThat(answer(outcome)).isEqualTo(expected.answer());
    assertThat(failure(outcome)).isEqualTo(expected.failure());
  }

  private static void checkCalls(Expected expected, Upstream upstream, long tookMs) {
    if (expected.sent() != null) {
      expected
          .sent()
          .forEach((method, headers) ->
              headers.forEach((name, value) ->
                  assertThat(upstream.requests.get(method).getHeaders().get(name))
                      .as(name)
                      .isEqualTo(value.isEmpty() ? null : value)));
    }
    if (expected.mostCallsAtOnce() != null) {
      assertThat(upstream.mostOpen.get()).isEqualTo(expected.mostCallsAtOnce());
    }
    if (expected.withinMs() != null) {
      assertThat(tookMs).isLessThan(expected.withinMs());
    }
  }

  private static @Nullable JsonNode answer(Outcome outcome) {
    var answer = outcome.answer();
    if (answer == null) {
      return null;
    }
    var map = new LinkedHashMap<String, Object>();
    map.put("status", answer.status());
    if (answer.hasBody()) {
      map.put("body", answer.body());
    }
    return Json.toTree(map);
  }

  private static @Nullable ExpectedFailure failure(Outcome outcome) {
    var failure = outcome.failure();
    return failure == null
        ? null
        : new ExpectedFailure(failure.kind(), failure.step(), failure.status());
  }
}
