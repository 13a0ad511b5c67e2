package io.patchbay.ui.designer.run;

import io.patchbay.common.Json;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Link;
import io.patchbay.run.Run;
import io.patchbay.run.RunFinished;
import io.patchbay.run.RunId;
import io.patchbay.run.RunListener;
import io.patchbay.run.RunStarted;
import io.patchbay.run.RunState;
import io.patchbay.run.StepFinished;
import io.patchbay.run.StepRun;
import io.patchbay.run.StepStarted;
import io.patchbay.run.StepState;
import io.patchbay.ui.designer.CanvasRun;
import io.patchbay.ui.designer.editing.Links;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a run goes on, gathered from the threads that run it, to be shown from time to time. Holds
 * states and times only; the data of steps is read from the record, where secrets are redacted.
 */
public final class LiveRun implements RunListener {

  private static final int STATUS_KEY_MAX = 599;

  private final Flow flow;
  private final Function<Instant, String> moment;
  private final Runnable onNews;
  private final Rounds rounds = new Rounds();
  private final Map<String, CanvasRun.StepState> steps = new ConcurrentHashMap<>();
  private final Map<String, String> ports = new ConcurrentHashMap<>();
  private volatile @Nullable RunFinished end;
  private volatile @Nullable RunId id;

  /**
   * The run of a flow.
   *
   * @param moment how a moment is said
   * @param onNews called on the threads of the run; quick
   */
  public LiveRun(Flow flow, Function<Instant, String> moment, Runnable onNews) {
    this.flow = flow;
    this.moment = moment;
    this.onNews = onNews;
    steps.putAll(queued(flow));
  }

  @Override
  public void runStarted(RunStarted run) {
    id = run.run();
    steps.put(
        run.triggerId(),
        new CanvasRun.StepState(run.triggerId(), CanvasRun.State.SUCCEEDED, null, null, 1, null));
    ports.put(run.triggerId(), Link.NEXT);
    onNews.run();
  }

  @Override
  public void stepStarted(StepStarted step) {
    rounds.started(step.path());
    steps.put(
        step.step(),
        new CanvasRun.StepState(
            step.step(), CanvasRun.State.RUNNING, null, null, 1, Rounds.number(step.path())));
    onNews.run();
  }

  @Override
  public void stepFinished(StepFinished step) {
    if (Rounds.isRound(step.kind())) {
      rounds.finished(step.path(), step.state());
      onNews.run();
      return;
    }
    Map<String, @Nullable Object> output = step.output();
    Integer status =
        output != null && output.get("status") instanceof Integer code && code <= STATUS_KEY_MAX
            ? code
            : null;
    var failure = step.failure();
    steps.put(
        step.step(),
        new CanvasRun.StepState(
            step.step(),
            RunStates.state(step.state()),
            step.startedAt() == null ? null : step.durationUs() / 1000,
            step.kind().equals("call") ? status : null,
            step.attempts(),
            words(
                Rounds.number(step.path()),
                failure != null
                    ? failure.title()
                    : step.state() == StepState.WAITING
                        ? until(step.until())
                        : Rounds.isLoop(step.kind()) && output != null
                            ? Rounds.words(output.get("count"), output.get("failed"))
                            : branch(step.kind(), step.port()))));
    if (step.port() != null) {
      ports.put(step.step(), step.port());
    }
    onNews.run();
  }

  @Override
  public void runFinished(RunFinished run) {
    end = run;
    onNews.run();
  }

  /** How the run stands, for the canvas. */
  public CanvasRun toCanvas() {
    List<CanvasRun.StepState> shown =
        steps.values().stream()
            .map(state ->
                state.state() == CanvasRun.State.RUNNING
                    ? rounds
                        .words(state.stepId())
                        .map(words -> withSummary(state, words))
                        .orElse(state)
                    : state)
            .toList();
    return new CanvasRun(shown, taken(flow, ports), end != null);
  }

  /** The end; absent while it runs. */
  public @Nullable RunFinished end() {
    return end;
  }

  public @Nullable RunId id() {
    return id;
  }

  /** A run from the record, for the canvas; steps that the flow no longer has are left out. */
  public static CanvasRun toCanvas(Flow flow, Run run) {
    Map<String, CanvasRun.StepState> states = new LinkedHashMap<>();
    Map<String, String> ports = new LinkedHashMap<>();
    var trigger = run.trigger();
    if (trigger != null) {
      ports.put(trigger.id(), Link.NEXT);
      states.put(
          trigger.id(),
          new CanvasRun.StepState(trigger.id(), CanvasRun.State.SUCCEEDED, null, null, 1, null));
    }
    for (StepRun step : run.steps()) {
      if (flow.step(step.id()).isEmpty() || Rounds.isRound(step.kind())) {
        continue;
      }
      JsonNode output = step.output();
      Integer status =
          step.kind().equals("call") && output != null && output.path("status").isInt()
              ? (Integer) output.path("status").intValue()
              : null;
      Double ms = step.durationMs();
      var failure = step.failure();
      states.put(
          step.id(),
          new CanvasRun.StepState(
              step.id(),
              RunStates.state(step.state()),
              ms == null ? null : Math.round(ms),
              status,
              step.attempts(),
              failure != null
                  ? failure.title()
                  : Rounds.isLoop(step.kind()) && output != null
                      ? Rounds.words(
                          Json.toValue(output.path("count")), Json.toValue(output.path("failed")))
                      : branch(step.kind(), step.port())));
      String port = step.port();
      if (port != null) {
        ports.put(step.id(), port);
      }
    }
    return new CanvasRun(
        new ArrayList<>(states.values()), taken(flow, ports), run.state().isFinal());
  }

  /** Whether the state is one that needs no more watching. */
  public static boolean isOver(@Nullable Run run) {
    return run != null && run.state() != RunState.RUNNING && run.state() != RunState.QUEUED;
  }

  private static @Nullable String branch(String kind, @Nullable String port) {
    return kind.equals("condition") || kind.equals("switch") ? port : null;
  }

  private @Nullable String until(@Nullable Instant until) {
    return until == null ? null : "until " + moment.apply(until);
  }

  private static @Nullable String words(@Nullable String first, @Nullable String second) {
    return first == null ? second : second == null ? first : first + ", " + second;
  }

  private static CanvasRun.StepState withSummary(CanvasRun.StepState state, String summary) {
    return new CanvasRun.StepState(
        state.stepId(),
        state.state(),
        state.durationMs(),
        state.status(),
        state.attempts(),
        summary);
  }

  private static List<String> taken(Flow flow, Map<String, String> ports) {
    return flow.links().stream()
        .filter(link -> !link.isCable() && link.leaves().equals(ports.get(link.from())))
        .map(Links::id)
        .toList();
  }

  private static Map<String, CanvasRun.StepState> queued(Flow flow) {
    Map<String, CanvasRun.StepState> queued = new LinkedHashMap<>();
    flow.steps().stream()
        .filter(io.patchbay.flow.ActiveStep.class::isInstance)
        .forEach(step ->
            queued.put(
                step.id(),
                new CanvasRun.StepState(step.id(), CanvasRun.State.QUEUED, null, null, 0, null)));
    return queued;
  }
}
