package io.patchbay.http;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Counts the calls of a sliding window in slots, so that no window of the limit's length ever holds
 * more than its calls; and those at once in a bucket that fills again. A turn that is taken holds
 * for one slot, and is counted for one slot more than the window for that. Times in milliseconds.
 */
final class TurnWindow {

  /** So many slots make a window. */
  static final int SLOTS = 50;

  private static final int COUNTED = SLOTS + 2;

  private final int requests;
  private final long windowMs;
  private final int burst;
  private final long slotMs;
  private final int[] taken = new int[COUNTED];
  private long slot;
  private double level;
  private long levelAt;

  /** Of a limit that nothing was taken of. */
  TurnWindow(RateRules rules, long now) {
    this.requests = rules.requests();
    this.windowMs = rules.perSeconds() * 1_000L;
    this.burst = rules.burst();
    this.slotMs = Math.max(1, windowMs / SLOTS);
    this.slot = now / slotMs;
    this.level = burst;
    this.levelAt = now;
  }

  /** What is kept; what was counted in slots of another length counts as taken now. */
  static TurnWindow of(RateRules rules, Kept kept, long now) {
    var window = new TurnWindow(rules, now);
    if (kept.slotMs() == 0) {
      return window;
    }
    var counts =
        kept.taken().isEmpty()
            ? new int[0]
            : Arrays.stream(kept.taken().split(",")).mapToInt(Integer::parseInt).toArray();
    if (kept.slotMs() == window.slotMs) {
      window.slot = kept.slot();
      System.arraycopy(counts, 0, window.taken, 0, Math.min(COUNTED, counts.length));
    } else {
      window.taken[0] = Arrays.stream(counts).sum();
    }
    window.level = Math.min(window.burst, kept.level());
    window.levelAt = kept.levelAt();
    window.moveTo(now);
    return window;
  }

  /** As it is stored. */
  Kept kept() {
    return new Kept(
        slotMs,
        slot,
        Arrays.stream(taken).mapToObj(String::valueOf).collect(Collectors.joining(",")),
        level,
        levelAt);
  }

  /**
   * Takes turns.
   *
   * @param needed at least, if there are as many
   * @param wanted to have some in hand; more than what is needed is taken only of plenty
   * @return how many were taken
   */
  int take(long now, int needed, int wanted) {
    moveTo(now);
    var free = free();
    var got = Math.min(free, Math.max(needed, Math.min(wanted, free / 10)));
    taken[0] += got;
    level -= burst > 0 ? got : 0;
    return got;
  }

  /** Turns that there are now. */
  int free(long now) {
    moveTo(now);
    return free();
  }

  /** How long it takes until there are so many turns, if nobody else takes any. */
  long freeIn(long now, int turns) {
    moveTo(now);
    var wait = burst == 0 ? 0 : (long) Math.ceil((turns - level) * windowMs / requests);
    var missing = turns - (requests - Arrays.stream(taken).sum());
    for (int age = COUNTED - 1; age >= 0 && missing > 0; age--) {
      missing -= taken[age];
      if (taken[age] > 0) {
        wait = Math.max(wait, (slot - age + COUNTED) * slotMs - now);
      }
    }
    if (missing > 0) { // more than a window holds: the rest comes in later windows
      wait += (long) Math.ceil((double) missing / requests) * windowMs;
    }
    return Math.max(0, wait);
  }

  /** How long turns that are taken now may be used. */
  long holdsMs() {
    return Math.min(slotMs, 1_000);
  }

  private int free() {
    var inWindow = Math.max(0, requests - Arrays.stream(taken).sum());
    return burst == 0 ? inWindow : Math.min(inWindow, (int) Math.floor(Math.max(0, level)));
  }

  /** Never backwards: a clock that is set back makes calls wait rather than be too many. */
  private void moveTo(long now) {
    var current = now / slotMs;
    var passed = (int) Math.min(COUNTED, Math.max(0, current - slot));
    if (passed > 0) {
      System.arraycopy(taken, 0, taken, passed, COUNTED - passed);
      Arrays.fill(taken, 0, passed, 0);
      slot = current;
    }
    if (now > levelAt) {
      level = Math.min(burst, level + (double) (now - levelAt) * requests / windowMs);
      levelAt = now;
    }
  }

  /** What of it is stored; the latest slot comes first. */
  record Kept(long slotMs, long slot, String taken, double level, long levelAt) {

    static final Kept NOTHING = new Kept(0, 0, "", 0, 0);
  }
}
