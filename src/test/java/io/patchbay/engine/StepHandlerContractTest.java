package io.patchbay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.api.TestCatalog;
import io.patchbay.common.Failure;
import io.patchbay.common.Json;
import io.patchbay.common.WorkspaceId;
import io.patchbay.flow.ActiveStep;
import io.patchbay.flow.CallStep;
import io.patchbay.flow.CallbackStep;
import io.patchbay.flow.ConditionStep;
import io.patchbay.flow.FailStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Link;
import io.patchbay.flow.RespondStep;
import io.patchbay.flow.SetStep;
import io.patchbay.flow.SwitchStep;
import io.patchbay.flow.TransformStep;
import io.patchbay.flow.ValidateStep;
import io.patchbay.flow.WaitStep;
import io.patchbay.http.ApiClient;
import io.patchbay.http.TestApiClient;
import io.patchbay.testing.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every kind of step has to keep; a new kind adds a nested class. */
class StepHandlerContractTest {

  private static final TestDatabase database = TestDatabase.fresh();
  private static final ApiClient CLIENT = TestApiClient.on(database);

  abstract static class OfAKind {

    /** A step of the kind that uses {@code trigger.body} wherever it may. */
    abstract ActiveStep step(String expression);

    CompiledStep compiled(String expression) throws Exception {
      var workspace = new WorkspaceId(UUID.randomUUID());
      var api =
          Json.readDocument(
              """
              name: Up
              slug: up
              baseUrl: http://127.0.0.1:9
              policies: { retries: 0, circuitBreaker: { failurePercent: 0 } }
              methods: [{ name: get, verb: POST, path: /get, body: {} }]
              """,
              Api.class);
      var catalog = TestCatalog.of(database, workspace, api);
      var compiler =
          new FlowCompiler(
              List.of(
                  new CallHandler(catalog, CLIENT),
                  new TransformHandler(),
                  new ConditionHandler(),
                  new SwitchHandler(),
                  new SetHandler(),
                  new ValidateHandler(),
                  new WaitHandler(InstantSource.system()),
                  new CallbackHandler(InstantSource.system()),
                  new RespondHandler(),
                  new FailHandler()));
      return compiler.compileStep(step(expression), workspace, Flow.named("Flow"));
    }

    static StepResult run(CompiledStep step, @Nullable Object body) {
      return StepRunner.run(step, context(body), "s");
    }

    private static StepContext context(@Nullable Object body) {
      var trigger = new HashMap<String, @Nullable Object>();
      trigger.put("body", body);
      return new StepContext(
          null,
          Map.of("trigger", trigger, "steps", Map.of()),
          "run|step",
          () -> Duration.ofSeconds(5),
          _ -> {});
    }

    @Test
    void goesOnOnlyAtAPortThatItsKindHas() throws Exception {
      var result = run(compiled("{{ trigger.body }}"), "text");

      if (result instanceof StepResult.Completed(_, var port, _)) {
        assertThat(step("").outPorts()).contains(port);
        assertThat(port).isNotEqualTo(Link.ERROR);
      }
    }

    @Test
    void anExpressionThatFailsFailsTheStep() throws Exception {
      var result = run(compiled("{{ $number(trigger.body) }}"), "twelve");

      assertThat(result).isInstanceOf(StepResult.Failed.class);
      assertThat(((StepResult.Failed) result).failure().kind()).isEqualTo(Failure.Kind.EXPRESSION);
      assertThat(result.output()).containsKey("error");
    }

    @Test
    void anExpressionThatIsNoneFailsWhenItRuns() throws Exception {
      var result = run(compiled("{{ ( }}"), "x");

      assertThat(((StepResult.Failed) result).failure().kind()).isEqualTo(Failure.Kind.EXPRESSION);
    }

    @Test
    void itsOutputIsJson() throws Exception {
      for (var body : Arrays.asList("text", 12, true, null, List.of(1, "a"), Map.of("a", 1))) {
        var result = run(compiled("{{ trigger.body }}"), body);

        assertThat(Json.readValue(Json.write(result.output()))).isInstanceOf(Map.class);
      }
    }

    @Test
    void runsInManyThreadsAtOnceWithoutMixingThemUp() throws Exception {
      var step = compiled("{{ trigger.body }}");
      var expected = new ArrayList<String>();
      var tasks = new ArrayList<Callable<String>>();
      for (int i = 0; i < 100; i++) {
        String body = "body-" + i;
        expected.add(shown(run(step, body)));
        tasks.add(() -> shown(run(step, body)));
      }

      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var results = threads.invokeAll(tasks);
        for (int i = 0; i < results.size(); i++) {
          assertThat(results.get(i).get()).isEqualTo(expected.get(i));
        }
      }
    }

    private static String shown(StepResult result) {
      return Json.write(result.output());
    }

    @Test
    void takesALargeValue() throws Exception {
      var result = run(compiled("{{ trigger.body }}"), "x".repeat(1_000_000));

      assertThat(result.trace().attempts()).isLessThanOrEqualTo(3);
    }
  }

  @Nested
  class OfTransform extends OfAKind {

    @Override
    ActiveStep step(String expression) {
      return new TransformStep("s", null, Json.toTree(expression));
    }
  }

  @Nested
  class OfCondition extends OfAKind {

    @Override
    ActiveStep step(String expression) {
      return new ConditionStep("s", null, expression);
    }
  }

  @Nested
  class OfSwitch extends OfAKind {

    @Override
    ActiveStep step(String expression) {
      return new SwitchStep("s", null, List.of(new SwitchStep.Case("yes", expression)));
    }
  }

  @Nested
  class OfSet extends OfAKind {

    @Override
    ActiveStep step(String expression) {
      return new SetStep("s", null, Map.of("value", Json.toTree(expression)));
    }
  }

  @Nested
  class OfValidate extends OfAKind {

    @Override
    ActiveStep step(String expression) {
      return new ValidateStep(
          "s", null, Json.toTree(expression), Json.toTree(Map.of("type", "string")));
    }
  }

  @Nested
  class OfWait extends OfAKind {

    @Override
    ActiveStep step(String expression) {
      return new WaitStep("s", null, expression, null);
    }
  }

  @Nested
  class OfCallback extends OfAKind {

    @Override
    ActiveStep step(String expression) {
      return new CallbackStep("s", null, expression);
    }
  }

  @Nested
  class OfRespond extends OfAKind {

    @Override
    ActiveStep step(String expression) {
      return new RespondStep("s", null, null, Map.of(), Json.toTree(expression));
    }
  }

  @Nested
  class OfFail extends OfAKind {

    @Override
    ActiveStep step(String expression) {
      return new FailStep("s", null, expression, 500);
    }
  }

  @Nested
  class OfCall extends OfAKind {

    @Override
    ActiveStep step(String expression) {
      return new CallStep("s", null, "up", null, "get", Map.of(), Json.toTree(expression));
    }
  }

  @Test
  void everyKindIsHere() {
    var tested =
        List.of(
            OfTransform.class,
            OfCondition.class,
            OfRespond.class,
            OfFail.class,
            OfCall.class,
            OfSwitch.class,
            OfSet.class,
            OfValidate.class,
            OfWait.class,
            OfCallback.class);

    assertThat(tested)
        .hasSize(
            ActiveStep.class.getPermittedSubclasses().length
                - 2); // without containers and subflows
  }
}
