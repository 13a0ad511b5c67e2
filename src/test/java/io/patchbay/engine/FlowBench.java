package io.patchbay.engine;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.TestCatalog;
import io.patchbay.api.Verb;
import io.patchbay.common.WorkspaceId;
import io.patchbay.flow.Flow;
import io.patchbay.http.ApiClient;
import io.patchbay.run.RunFinished;
import io.patchbay.run.RunId;
import io.patchbay.run.RunListener;
import io.patchbay.run.StepFinished;
import io.patchbay.testing.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs flows against an upstream, without a server around. */
final class FlowBench {

  private final WorkspaceId workspace = new WorkspaceId(UUID.randomUUID());
  private final FlowCompiler compiler;

  /** The API {@code up} has a GET method for each name, at a path of that name. */
  FlowBench(TestDatabase database, ApiClient client, String baseUrl, Stream<String> methods) {
    var api =
        Api.of("Upstream", "up", baseUrl)
            .withMethods(methods.map(name -> ApiMethod.of(name, Verb.GET, "/" + name)).toList());
    var catalog = TestCatalog.of(database, workspace, api);
    compiler =
        new FlowCompiler(
            List.of(
                new CallHandler(catalog, client),
                new TransformHandler(),
                new ConditionHandler(),
                new RespondHandler(),
                new FailHandler()));
  }

  FlowCompiler compiler() {
    return compiler;
  }

  Watched start(Flow flow, String trigger, TriggerData data) {
    var compiled = compiler.compile(workspace, flow);
    return start(compiled, trigger, data, flow.effectiveSettings().deadlineOrDefault());
  }

  Watched start(CompiledFlow flow, String trigger, TriggerData data, int deadlineMs) {
    var plan = flow.plan(trigger);
    var watched = new Watched();
    Map<String, @Nullable Object> scope =
        Map.of("trigger", data.scope(trigger, plan.trigger().kind()), "vars", Map.of());
    var run =
        new FlowRun(
            new RunId(UUID.randomUUID()),
            flow,
            plan,
            new RunScope(null, scope),
            Deadline.in(Duration.ofMillis(deadlineMs)),
            InstantSource.system(),
            watched);
    watched.run = run;
    Thread.startVirtualThread(run::walk);
    return watched;
  }

  /** A run and all that its listeners were told. */
  static final class Watched implements RunListener {

    FlowRun run;
    final ConcurrentLinkedQueue<StepFinished> steps = new ConcurrentLinkedQueue<>();
    volatile RunFinished end;

    @Override
    public void stepFinished(StepFinished step) {
      steps.add(step);
    }

    @Override
    public void runFinished(RunFinished finished) {
      end = finished;
    }

    Outcome await() throws InterruptedException {
      return run.signals().awaitEnd(Duration.ofSeconds(20)).orElseThrow();
    }

    StepFinished step(String id) {
      return steps.stream().filter(step -> step.step().equals(id)).findFirst().orElseThrow();
    }
  }
}
