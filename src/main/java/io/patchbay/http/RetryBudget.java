package io.patchbay.http;

import java.util.Arrays;

/**
 * Keeps retries to a part of the calls of the last ten seconds, so that an API in trouble does not
 * get more to do than usual. Three are always allowed.
 */
final class RetryBudget {

  static final int AT_LEAST = 3;

  private static final int SECONDS = 10;
  private static final long NANOS = 1_000_000_000;

  private final int[] calls = new int[SECONDS];
  private final int[] retries = new int[SECONDS];
  private long second = Long.MIN_VALUE;

  /** Notes a call that is no retry. */
  synchronized void called(long nanos) {
    calls[slot(nanos)]++;
  }

  /** Whether there may be a retry now; takes it. */
  synchronized boolean take(long nanos, int percent) {
    var slot = slot(nanos);
    var allowed = Math.max(AT_LEAST, (long) Arrays.stream(calls).sum() * percent / 100);
    if (Arrays.stream(retries).sum() >= allowed) {
      return false;
    }
    retries[slot]++;
    return true;
  }

  /** The slot of this second, after those that are over were cleared. */
  private int slot(long nanos) {
    var now = Math.floorDiv(nanos, NANOS);
    if (now > second) {
      var passed = second == Long.MIN_VALUE ? SECONDS : Math.min(SECONDS, now - second);
      for (long gone = now - passed + 1; gone <= now; gone++) {
        var old = (int) Math.floorMod(gone, (long) SECONDS);
        calls[old] = 0;
        retries[old] = 0;
      }
      second = now;
    }
    return (int) Math.floorMod(second, (long) SECONDS);
  }
}
