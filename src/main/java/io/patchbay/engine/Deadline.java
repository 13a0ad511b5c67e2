package io.patchbay.engine;

import io.patchbay.common.Failure;
import java.time.Duration;

/** How long a run may take, counted from its start. */
record Deadline(long startNanos, Duration limit) {

  private static final Duration GRACE = Duration.ofMillis(500);

  static Deadline in(Duration limit) {
    return new Deadline(System.nanoTime(), limit);
  }

  /**
   * How long a step may wait: a little longer than what is left, so that it is the run that ends
   * the step and not the step that fails just before.
   */
  Duration patience() {
    var left = limit.minusNanos(System.nanoTime() - startNanos);
    return (left.isNegative() ? Duration.ZERO : left).plus(GRACE);
  }

  Failure failure() {
    return Failure.of(
        Failure.Kind.TIMEOUT,
        "The run took too long",
        "It was ended after %s s, the flow's deadline.".formatted(limit.toMillis() / 1000.0));
  }

  boolean passed() {
    return System.nanoTime() - startNanos > limit.toNanos();
  }

  long usedUs() {
    return (System.nanoTime() - startNanos) / 1_000;
  }
}
