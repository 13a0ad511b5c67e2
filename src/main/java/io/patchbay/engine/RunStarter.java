package io.patchbay.engine;

import io.patchbay.api.ApiCatalog;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.ConflictException;
import io.patchbay.common.Failure;
import io.patchbay.common.Ids;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.common.NotFoundException;
import io.patchbay.engine.StepResult.Completed;
import io.patchbay.engine.StepResult.Failed;
import io.patchbay.flow.ActiveStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.FlowService;
import io.patchbay.flow.PublishedFlows;
import io.patchbay.flow.Trigger;
import io.patchbay.run.RunId;
import io.patchbay.run.RunListener;
import io.patchbay.run.RunService;
import io.patchbay.run.StepRun;
import io.patchbay.run.StepState;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Starts and stops runs for people: in the designer and over the management API. */
@Service
public class RunStarter {

  private static final Duration STEP_PATIENCE = Duration.ofSeconds(100);

  private final FlowService flows;
  private final PublishedFlows published;
  private final RunService runs;
  private final FlowEngine engine;
  private final FlowCompiler compiler;
  private final ApiCatalog catalog;
  private final Ids ids;
  private final InstantSource clock;

  RunStarter(
      FlowService flows,
      PublishedFlows published,
      RunService runs,
      FlowEngine engine,
      FlowCompiler compiler,
      ApiCatalog catalog,
      Ids ids,
      InstantSource clock) {
    this.flows = flows;
    this.published = published;
    this.runs = runs;
    this.engine = engine;
    this.compiler = compiler;
    this.catalog = catalog;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Runs the draft as it was saved last.
   *
   * @throws InvalidException when the draft cannot run
   */
  public RunHandle runDraft(Access access, String slug, ManualStart start, RunListener listener) {
    access.require(Role.OPERATOR);
    var draft = flows.get(access, slug);
    var trigger = trigger(draft.flow(), start.triggerId());
    return engine.start(
        new StartRequest(
            access.workspace(),
            draft.id(),
            slug,
            null,
            draft.flow(),
            trigger,
            environment(access, draft.flow(), trigger, start),
            start.data(),
            List.of(listener)));
  }

  /**
   * Runs the published version.
   *
   * @throws ConflictException when nothing is published
   */
  public RunHandle runLive(Access access, String slug, ManualStart start, RunListener listener) {
    access.require(Role.OPERATOR);
    var live =
        published
            .live(flows.get(access, slug).id())
            .orElseThrow(() ->
                new ConflictException(
                    "The flow '%s' is not published, so only its draft can run.".formatted(slug)));
    var trigger = trigger(live.flow(), start.triggerId());
    return engine.start(
        new StartRequest(
            access.workspace(),
            live.id(),
            slug,
            live.version(),
            live.flow(),
            trigger,
            environment(access, live.flow(), trigger, start),
            start.data(),
            List.of(listener)));
  }

  /**
   * Runs one step by itself, without a record.
   *
   * @param draft as it stands in the designer, saved or not
   * @param environment absent for none
   * @param scope what its expressions see, for example {@code trigger} and {@code steps} with
   *     pinned outputs
   * @throws NotFoundException when the flow has no such step that runs
   */
  public StepRun runStep(
      Access access,
      Flow draft,
      String stepId,
      @Nullable String environment,
      Map<String, @Nullable Object> scope) {
    access.require(Role.OPERATOR);
    if (!(draft.step(stepId).orElse(null) instanceof ActiveStep step)) {
      throw NotFoundException.of("step that runs", stepId);
    }
    var context =
        new StepContext(
            environment, scope, ids.next() + "|" + stepId, () -> STEP_PATIENCE, _ -> {});
    var startedAt = clock.instant();
    long startNanos = System.nanoTime();
    var result =
        StepRunner.run(compiler.compileStep(step, access.workspace(), draft), context, stepId);
    return new StepRun(
        stepId,
        step.kind(),
        result instanceof Completed ? StepState.SUCCEEDED : StepState.FAILED,
        result instanceof Completed(_, var port, _) ? port : null,
        result.trace().attempts(),
        startedAt,
        (System.nanoTime() - startNanos) / 1_000_000.0,
        tree(context.input()),
        tree(result.output()),
        failure(result),
        tree(result.trace().request()));
  }

  /**
   * Cancels a run of this node.
   *
   * @throws ConflictException when it is over, or runs on another node
   */
  public void cancel(Access access, RunId id) {
    access.require(Role.OPERATOR);
    var handle = engine.find(access.workspace(), id);
    if (handle.isPresent()) {
      handle.get().cancel("%s cancelled it.".formatted(access.actor()));
      return;
    }
    var run = runs.get(access, id);
    throw new ConflictException(
        run.state().isFinal()
            ? "This run is over, so it cannot be cancelled any more."
            : "This run belongs to another node; cancel it there.");
  }

  private static String trigger(Flow flow, @Nullable String triggerId) {
    if (flow.triggers().isEmpty()) {
      throw new InvalidException(
          "triggers", "The flow has no trigger to start from. Add one and link it to a step.");
    }
    return triggerId == null ? flow.triggers().getFirst().id() : triggerId;
  }

  /** The one that was asked for, else the trigger's own. */
  private @Nullable String environment(
      Access access, Flow flow, String trigger, ManualStart start) {
    if (start.environment() != null && !start.environment().isBlank()) {
      if (!catalog.hasEnvironment(access.workspace(), start.environment())) {
        throw new InvalidException(
            "environment",
            "There is no environment '%s' in this workspace.".formatted(start.environment()));
      }
      return start.environment();
    }
    return flow.trigger(trigger).orElse(null) instanceof Trigger.Webhook hook
        ? hook.environment()
        : null;
  }

  private static @Nullable JsonNode tree(@Nullable Object value) {
    return value == null ? null : Json.toTree(value);
  }

  private static @Nullable Failure failure(StepResult result) {
    return result instanceof Failed(var failure, _, _) ? failure : null;
  }
}
