package io.patchbay.http;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an API is in such trouble that calls only make it worse. Closed, it counts; open,
 * it lets nothing through; half-open, it lets a few calls try. Times in nanoseconds.
 */
final class Breaker {

  static final int PROBES = 3;

  private static final int SLOTS = 10;
  private static final long SECOND = 1_000_000_000;

  private final BreakerRules rules;
  private final long slotNanos;
  private final int[] calls = new int[SLOTS];
  private final int[] failures = new int[SLOTS];
  private long slot = Long.MIN_VALUE;
  private State state = State.CLOSED;
  private int generation;
  private long openUntil;
  private int probes;
  private int probesGood;
  private String why = "";
  private @Nullable String lastFailure;

  Breaker(BreakerRules rules) {
    this.rules = rules;
    this.slotNanos = Math.max(1, rules.windowSeconds() * SECOND / SLOTS);
  }

  /** What it does. */
  enum State {
    CLOSED,
    OPEN,
    HALF_OPEN
  }

  /** What became of a call that was let through. */
  enum Result {
    GOOD,
    BAD,
    /** It says nothing about the API. */
    NONE
  }

  /**
   * The right to make one call; give it back with what became of it.
   *
   * @param isLet whether the call may be made at all
   */
  record Pass(boolean isLet, int generation) {}

  /**
   * How things stand.
   *
   * @param openNanos until it is tried again; 0 when it is not open
   * @param why it opened last; empty when it never did
   */
  record Reading(
      State state,
      int calls,
      int failures,
      long openNanos,
      String why,
      @Nullable String lastFailure) {}

  synchronized Pass enter(long now) {
    if (state == State.OPEN && now - openUntil >= 0) {
      become(State.HALF_OPEN);
      probes = 0;
      probesGood = 0;
    }
    var isLet =
        switch (state) {
          case CLOSED -> true;
          case OPEN -> false;
          case HALF_OPEN -> probes < PROBES;
        };
    if (isLet && state == State.HALF_OPEN) {
      probes++;
    }
    return new Pass(isLet, generation);
  }

  synchronized void leave(Pass pass, Result result, @Nullable String failure, long now) {
    if (pass.generation() != generation) {
      return;
    }
    if (result == Result.BAD) {
      lastFailure = failure;
    }
    switch (state) {
      case CLOSED -> count(result, now);
      case HALF_OPEN -> probed(result, now);
      case OPEN -> {}
    }
  }

  synchronized Reading reading(long now) {
    var _ = slot(now);
    return new Reading(
        state,
        Arrays.stream(calls).sum(),
        Arrays.stream(failures).sum(),
        state == State.OPEN ? Math.max(0, openUntil - now) : 0,
        why,
        lastFailure);
  }

  private void count(Result result, long now) {
    if (result == Result.NONE) {
      return;
    }
    var current = slot(now);
    calls[current]++;
    if (result == Result.GOOD) {
      return;
    }
    failures[current]++;
    var all = Arrays.stream(calls).sum();
    var bad = Arrays.stream(failures).sum();
    if (all >= rules.minimumCalls() && bad * 100L >= (long) rules.failurePercent() * all) {
      open("%,d of the last %,d calls failed".formatted(bad, all), now);
    }
  }

  private void probed(Result result, long now) {
    switch (result) {
      case BAD -> open("it failed again when it was tried", now);
      case NONE -> probes--;
      case GOOD -> {
        probesGood++;
        if (probesGood == PROBES) {
          become(State.CLOSED);
        }
      }
    }
  }

  private void open(String reason, long now) {
    become(State.OPEN);
    why = reason;
    openUntil = now + rules.openSeconds() * SECOND;
  }

  private void become(State next) {
    state = next;
    generation++;
    Arrays.fill(calls, 0);
    Arrays.fill(failures, 0);
  }

  /** The slot of this moment, after those that left the window were cleared. */
  private int slot(long now) {
    var current = Math.floorDiv(now, slotNanos);
    if (current > slot) {
      var passed = slot == Long.MIN_VALUE ? SLOTS : Math.min(SLOTS, current - slot);
      for (long gone = current - passed + 1; gone <= current; gone++) {
        var old = (int) Math.floorMod(gone, (long) SLOTS);
        calls[old] = 0;
        failures[old] = 0;
      }
      slot = current;
    }
    return (int) Math.floorMod(slot, (long) SLOTS);
  }
}
