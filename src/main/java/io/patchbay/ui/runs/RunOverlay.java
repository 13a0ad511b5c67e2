package io.patchbay.ui.runs;

import io.patchbay.flow.Flow;
import io.patchbay.flow.Link;
import io.patchbay.run.Run;
import io.patchbay.run.StepRun;
import io.patchbay.run.StepState;
import io.patchbay.ui.designer.CanvasRun;
import io.patchbay.ui.designer.editing.Links;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A run as the canvas lays it over its flow. */
final class RunOverlay {

  private RunOverlay() {}

  /** States, times and taken links; lines that the flow does not have are left out. */
  static CanvasRun of(Run run, Flow flow, List<RunLine> lines) {
    var steps =
        lines.stream()
            .filter(line -> flow.step(line.id()).isPresent() || flow.trigger(line.id()).isPresent())
            .map(RunOverlay::state)
            .toList();
    return new CanvasRun(steps, taken(run, flow), run.state().isFinal());
  }

  private static List<String> taken(Run run, Flow flow) {
    Map<String, String> ports = new HashMap<>();
    var trigger = run.trigger();
    if (trigger != null) {
      ports.put(trigger.id(), Link.NEXT);
    }
    for (StepRun step : run.steps()) {
      if (step.port() != null) {
        ports.put(step.id(), step.port());
      }
    }
    return flow.links().stream()
        .filter(link -> !link.isCable() && link.leaves().equals(ports.get(link.from())))
        .map(Links::id)
        .toList();
  }

  private static CanvasRun.StepState state(RunLine line) {
    StepRun step = line.step();
    if (step == null) {
      return new CanvasRun.StepState(line.id(), state(line.state()), null, null, 0, null);
    }
    Double ms = step.startedAt() == null ? null : step.durationMs();
    return new CanvasRun.StepState(
        line.id(),
        state(line.state()),
        ms == null ? null : (Long) Math.round(ms),
        status(step),
        step.attempts(),
        summary(step));
  }

  private static @Nullable Integer status(StepRun step) {
    JsonNode output = step.output();
    return step.kind().equals("call") && output != null && output.path("status").isInt()
        ? (Integer) output.path("status").intValue()
        : null;
  }

  private static @Nullable String summary(StepRun step) {
    if (step.failure() != null) {
      return step.failure().title();
    }
    return step.kind().equals("condition") ? step.port() : null;
  }

  private static CanvasRun.State state(StepState state) {
    return switch (state) {
      case QUEUED -> CanvasRun.State.QUEUED;
      case RUNNING -> CanvasRun.State.RUNNING;
      case WAITING -> CanvasRun.State.WAITING;
      case IN_DOUBT -> CanvasRun.State.IN_DOUBT;
      case SUCCEEDED -> CanvasRun.State.SUCCEEDED;
      case FAILED -> CanvasRun.State.FAILED;
      case SKIPPED -> CanvasRun.State.SKIPPED;
      case CANCELLED -> CanvasRun.State.CANCELLED;
    };
  }
}
