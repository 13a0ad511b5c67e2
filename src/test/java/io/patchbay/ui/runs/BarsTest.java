package io.patchbay.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Failure;
import io.patchbay.engine.CallTrace;
import io.patchbay.http.Attempt;
import io.patchbay.http.Attempt.Outcome;
import io.patchbay.http.Timings;
import io.patchbay.run.StepRun;
import io.patchbay.run.StepState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BarsTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void stepHasItsPlaceInTheTimeOfTheRun() {
    var step = step(StepState.SUCCEEDED, 100, 50.0);

    var bars = Bars.of(START, 200, List.of(step)).of(step, Optional.empty(), START);

    assertThat(bars).containsExactly(new Bars.Bar(50, 25, "succeeded"));
  }

  @Test
  void runningStepReachesToNow() {
    var step = step(StepState.RUNNING, 100, null);

    var bars = Bars.of(START, 200, List.of(step)).of(step, Optional.empty(), START.plusMillis(200));

    assertThat(bars).containsExactly(new Bars.Bar(50, 50, "running"));
  }

  @Test
  void retriedCallShowsAttemptsAndWaits() {
    var step = step(StepState.SUCCEEDED, 0, 100.0);
    var trace = new CallTrace(null, List.of(attempt(0, 20, true), attempt(60, 40, false)), null);

    var bars = Bars.of(START, 100, List.of(step)).of(step, Optional.of(trace), START);

    assertThat(bars)
        .containsExactly(
            new Bars.Bar(0, 20, "failed"),
            new Bars.Bar(20, 40, "waiting"),
            new Bars.Bar(60, 40, "succeeded"));
  }

  @Test
  void skippedStepHasNoBar() {
    var step =
        new StepRun("a", "call", StepState.SKIPPED, null, 0, null, 0.0, null, null, null, null);

    assertThat(Bars.of(START, 10, List.of(step)).of(step, Optional.empty(), START)).isEmpty();
  }

  @Test
  void ticksAreRoundAndFew() {
    var ticks = new Bars(START, 731).ticks();

    assertThat(ticks).extracting(Bars.Tick::ms).containsExactly(0.0, 200.0, 400.0, 600.0);
  }

  @Test
  void lineIsLongEnoughForTheLastStep() {
    var step = step(StepState.SUCCEEDED, 100, 50.0);

    assertThat(Bars.of(START, 10, List.of(step)).totalMs()).isEqualTo(150);
  }

  private static StepRun step(StepState state, int fromMs, @Nullable Double ms) {
    return new StepRun(
        "a", "call", state, "next", 1, START.plusMillis(fromMs), ms, null, null, null, null);
  }

  private static Attempt attempt(int fromMs, int ms, boolean fails) {
    var failure = fails ? Failure.of(Failure.Kind.STATUS, "Status 502", "It said 502.") : null;
    return new Attempt(
        START.plusMillis(fromMs),
        ms * 1_000L,
        200,
        Outcome.KNOWN_STATUS,
        failure,
        Timings.NONE,
        null,
        null,
        null);
  }
}
