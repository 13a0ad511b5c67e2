package io.patchbay.ui.runs;

import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.engine.CallTrace;
import io.patchbay.flow.ActiveStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Step;
import io.patchbay.flow.Trigger;
import io.patchbay.run.Run;
import io.patchbay.run.StepRun;
import io.patchbay.run.StepState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of a run: its trigger, a step that ran, or one that did not (yet).
 *
 * @param kind the kind of the trigger or step
 * @param step what was recorded; null for the trigger and for steps that have not run
 */
record RunLine(String id, String label, String kind, StepState state, @Nullable StepRun step) {

  /** All lines: the trigger, what was recorded, then the rest of the flow. */
  static List<RunLine> of(Run run, @Nullable Flow flow) {
    List<RunLine> lines = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    var trigger = run.trigger();
    if (trigger != null) {
      lines.add(
          new RunLine(
              trigger.id(), label(flow, trigger.id()), trigger.kind(), StepState.SUCCEEDED, null));
    }
    for (StepRun step : run.steps()) {
      seen.add(step.id());
      lines.add(new RunLine(step.id(), label(flow, step.id()), step.kind(), step.state(), step));
    }
    if (flow != null) {
      StepState rest = run.state().isFinal() ? StepState.SKIPPED : StepState.QUEUED;
      flow.steps().stream()
          .filter(step -> step instanceof ActiveStep && !seen.contains(step.id()))
          .forEach(
              step -> lines.add(new RunLine(step.id(), step.label(), step.kind(), rest, null)));
    }
    return lines;
  }

  /** How its call was made; empty for steps that call nothing, and where too much was sent. */
  Optional<CallTrace> trace() {
    if (step == null || step.request() == null || !step.request().isObject()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.convert(step.request(), CallTrace.class));
    } catch (InvalidException e) {
      return Optional.empty();
    }
  }

  private static String label(@Nullable Flow flow, String id) {
    if (flow == null) {
      return id;
    }
    return flow.trigger(id).map(Trigger::label).or(() -> flow.step(id).map(Step::label)).orElse(id);
  }
}
