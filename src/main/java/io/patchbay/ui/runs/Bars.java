package io.patchbay.ui.runs;

import io.patchbay.engine.CallTrace;
import io.patchbay.http.Attempt;
import io.patchbay.run.StepRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Lays the times of a run on a line from 0 to 100.
 *
 * @param start where the line begins
 * @param totalMs what the line is long, greater than 0
 */
record Bars(Instant start, double totalMs) {

  private static final double LEAST_GAP_MS = 1;
  private static final int MOST_TICKS = 5;

  /**
   * A part of a line, in percent.
   *
   * @param tone the state whose colour it has, in the words of the style sheet
   */
  record Bar(double left, double width, String tone) {}

  /** A mark on the axis. */
  record Tick(double left, double ms) {}

  /** The line of a run that began at {@code start}: as long as its last step needs. */
  static Bars of(Instant start, double runMs, List<StepRun> steps) {
    double total = Math.max(runMs, LEAST_GAP_MS);
    for (StepRun step : steps) {
      Instant at = step.startedAt();
      Double ms = step.durationMs();
      if (at != null) {
        total = Math.max(total, millis(start, at) + (ms == null ? 0 : ms));
      }
    }
    return new Bars(start, total);
  }

  /** The bars of a step: one, or one for each attempt of a call and the waits between them. */
  List<Bar> of(StepRun step, Optional<CallTrace> trace, Instant now) {
    Instant at = step.startedAt();
    if (at == null) {
      return List.of();
    }
    List<Attempt> attempts = trace.map(CallTrace::attempts).orElse(List.of());
    if (attempts.size() > 1) {
      return ofAttempts(attempts);
    }
    Double ms = step.durationMs();
    String tone =
        attempts.isEmpty() || attempts.getFirst().outcome() != Attempt.Outcome.IN_DOUBT
            ? step.state().word()
            : "doubt";
    return List.of(bar(millis(start, at), ms == null ? millis(at, now) : ms, tone));
  }

  /** Round numbers over the line, the first one 0. */
  List<Tick> ticks() {
    double unit = Math.pow(10, Math.floor(Math.log10(totalMs / MOST_TICKS)));
    double step = unit;
    for (double factor : new double[] {1, 2, 5, 10}) {
      step = unit * factor;
      if (totalMs / step <= MOST_TICKS) {
        break;
      }
    }
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i * step <= totalMs; i++) {
      ticks.add(new Tick(i * step / totalMs * 100, i * step));
    }
    return ticks;
  }

  /** A number for a style sheet. */
  static String percent(double value) {
    return String.format(Locale.ROOT, "%.3f%%", value);
  }

  private List<Bar> ofAttempts(List<Attempt> attempts) {
    List<Bar> bars = new ArrayList<>();
    double end = Double.NaN;
    for (Attempt attempt : attempts) {
      double from = millis(start, attempt.startedAt());
      if (from - end >= LEAST_GAP_MS) {
        bars.add(bar(end, from - end, "waiting"));
      }
      double ms = attempt.durationUs() / 1_000.0;
      bars.add(bar(from, ms, tone(attempt)));
      end = from + ms;
    }
    return bars;
  }

  private static String tone(Attempt attempt) {
    if (attempt.failure() == null) {
      return "succeeded";
    }
    return attempt.outcome() == Attempt.Outcome.IN_DOUBT ? "doubt" : "failed";
  }

  private Bar bar(double fromMs, double ms, String tone) {
    double left = Math.clamp(fromMs / totalMs * 100, 0, 100);
    return new Bar(left, Math.clamp(ms / totalMs * 100, 0, 100 - left), tone);
  }

  private static double millis(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1_000_000.0;
  }
}
