package io.patchbay.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Json;
import io.patchbay.flow.CallStep;
import io.patchbay.flow.ConditionStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Link;
import io.patchbay.flow.Trigger;
import io.patchbay.run.Run;
import io.patchbay.run.RunId;
import io.patchbay.run.RunState;
import io.patchbay.run.StepRun;
import io.patchbay.run.StepState;
import io.patchbay.ui.designer.CanvasRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunOverlayTest {

  private static final Flow FLOW =
      Flow.named("Orders")
          .withTriggers(List.of(new Trigger.Manual("start", null)))
          .withSteps(
              List.of(
                  new ConditionStep("large", null, "{{ true }}"),
                  new CallStep("notify", "Notify", "crm", null, "notify", Map.of(), null),
                  new CallStep("store", null, "crm", null, "store", Map.of(), null)))
          .withLinks(
              List.of(
                  Link.of("start", "large"),
                  Link.of("large", "true", "notify"),
                  Link.of("large", "false", "store")));

  private static final StepRun LARGE =
      new StepRun(
          "large",
          "condition",
          StepState.SUCCEEDED,
          "true",
          1,
          Instant.EPOCH,
          1.2,
          null,
          null,
          null,
          null);

  @Test
  void onlyTheBranchThatWasTakenIsLit() {
    var run = run(RunState.RUNNING, List.of(LARGE));

    var overlay = RunOverlay.of(run, FLOW, RunLine.of(run, FLOW));

    assertThat(overlay.takenLinks()).containsExactly("start.next>large.in", "large.true>notify.in");
    assertThat(overlay.over()).isFalse();
  }

  @Test
  void stepsWithoutRecordAreAheadWhileItRunsAndSkippedAfterwards() {
    var running = run(RunState.RUNNING, List.of(LARGE));
    var over = run(RunState.SUCCEEDED, List.of(LARGE));

    assertThat(state(running, "store")).isEqualTo(CanvasRun.State.QUEUED);
    assertThat(state(over, "store")).isEqualTo(CanvasRun.State.SKIPPED);
  }

  @Test
  void linesCarryTheNamesOfTheFlow() {
    var run = run(RunState.RUNNING, List.of(LARGE));

    assertThat(RunLine.of(run, FLOW))
        .extracting(RunLine::label)
        .containsExactly("start", "large", "Notify", "store");
    assertThat(RunLine.of(run, null)).extracting(RunLine::id).containsExactly("start", "large");
    assertThat(RunHead.steps(RunLine.of(run, FLOW))).isEqualTo("1 of 3 done");
  }

  private static CanvasRun.State state(Run run, String id) {
    return RunOverlay.of(run, FLOW, RunLine.of(run, FLOW)).steps().stream()
        .filter(step -> step.stepId().equals(id))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private static Run run(RunState state, List<StepRun> steps) {
    return new Run(
        new RunId(new UUID(1, 1)),
        "orders",
        "Orders",
        null,
        null,
        state,
        Instant.EPOCH,
        null,
        null,
        new Run.TriggerRecord("start", "manual", Json.toTree(Map.of())),
        null,
        null,
        steps);
  }
}
