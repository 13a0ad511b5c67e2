package io.patchbay.engine;

import java.time.Duration;

/** How long a run may take, counted from its start. */
record Deadline(long startNanos, Duration limit) {

  static Deadline in(Duration limit) {
    return new Deadline(System.nanoTime(), limit);
  }

  /** What is left; never negative. */
  Duration left() {
    var left = limit.minusNanos(System.nanoTime() - startNanos);
    return left.isNegative() ? Duration.ZERO : left;
  }

  boolean passed() {
    return System.nanoTime() - startNanos > limit.toNanos();
  }

  long usedUs() {
    return (System.nanoTime() - startNanos) / 1_000;
  }
}
