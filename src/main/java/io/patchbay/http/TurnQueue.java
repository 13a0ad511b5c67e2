package io.patchbay.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The line in which the calls of one node wait for their turn under one limit: first come, first
 * served. One thread at a time fetches turns for all of them, and some in reserve.
 */
final class TurnQueue {

  private static final int MOST_IN_RESERVE = 100;

  /** A limit may be changed or a pause lifted meanwhile. */
  private static final long LONGEST_SLEEP_MS = 1_000;

  private final TurnSource source;
  private final InstantSource clock;
  private final ArrayDeque<Waiter> waiters = new ArrayDeque<>();
  private RateRules rules;
  private int reserve;
  private long reserveUntil;
  private long holdsNanos;
  private long fetchedAt = System.nanoTime();
  private int used;
  private boolean isFetching;
  private long pausedUntil = System.nanoTime();
  private String pausedBy = "";

  TurnQueue(TurnSource source, RateRules rules, InstantSource clock) {
    this.source = source;
    this.rules = rules;
    this.clock = clock;
  }

  /** What became of waiting for a turn. */
  sealed interface Outcome {

    /** The call may be made. */
    record Go() implements Outcome {}

    /**
     * Not within the call's time.
     *
     * @param freeAt when there may be a place
     * @param pausedBy what the API said, if it wants to be left alone
     */
    record Late(Instant freeAt, @Nullable String pausedBy) implements Outcome {}

    /** Nobody waits for the call any more. */
    record Cancelled() implements Outcome {}
  }

  private static final Outcome GO = new Outcome.Go();

  /** Waits for a turn; an interrupt ends it. */
  Outcome await(RateRules current, long deadline) {
    Waiter waiter;
    synchronized (this) {
      rules = current;
      var now = System.nanoTime();
      if (waiters.isEmpty() && reserve > 0 && now - reserveUntil < 0 && now - pausedUntil >= 0) {
        reserve--;
        used++;
        return GO;
      }
      if (deadline - pausedUntil < 0) {
        return new Outcome.Late(at(pausedUntil - now), pausedBy);
      }
      waiter = new Waiter(deadline);
      waiters.addLast(waiter);
      if (!isFetching) {
        isFetching = true;
        Thread.ofVirtual().name("rate-limit").start(this::fetch);
      }
    }
    return await(waiter);
  }

  /** Gives back a turn that was not used after all. */
  synchronized void giveBack() {
    reserve++;
  }

  /** The API wants to be left alone. */
  void pause(Duration time, String reason) {
    synchronized (this) {
      var now = System.nanoTime();
      var until = now + time.toNanos();
      if (pausedUntil - now > 0 && until - pausedUntil < TimeUnit.SECONDS.toNanos(1)) {
        return; // already known, but for the time that the answers took
      }
      pausedUntil = until;
      pausedBy = reason;
      reserve = 0;
    }
    source.pause(time, reason);
  }

  private Outcome await(Waiter waiter) {
    try {
      var left = Math.max(0, waiter.deadline - System.nanoTime());
      return waiter.result.get(left, TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      return leave(waiter, new Outcome.Late(waiter.freeAt, null));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return leave(waiter, new Outcome.Cancelled());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized Outcome leave(Waiter waiter, Outcome outcome) {
    if (!waiters.remove(waiter) && waiter.result.getNow(outcome) instanceof Outcome.Go) {
      reserve++; // it came in the last moment, and somebody else may want it
    }
    return outcome;
  }

  /** Fetches turns until nobody waits. */
  private void fetch() {
    try {
      for (var pause = step(); pause >= 0; pause = step()) {
        if (pause > 0) {
          Thread.sleep(Duration.ofMillis(pause));
        }
      }
    } catch (InterruptedException e) {
      fail(e);
    } catch (RuntimeException | Error e) {
      fail(e);
      throw e;
    }
  }

  /** Fetches once; says how long to sleep then in ms, or -1 when nobody waits any more. */
  private long step() {
    int needed;
    int wanted;
    RateRules now;
    synchronized (this) {
      if (waiters.isEmpty()) {
        isFetching = false;
        return -1;
      }
      needed = waiters.size();
      var pause = pausedUntil - System.nanoTime();
      if (pause > 0) {
        return handOut(new TurnSource.Taken(0, 0, Duration.ofNanos(pause), pausedBy, null, 0), 0);
      }
      wanted = needed + expected();
      now = rules;
    }
    var asked = System.nanoTime();
    return handOut(source.take(now, needed, wanted), asked);
  }

  /** So many calls will come while turns hold, if they go on as since the last time. */
  private int expected() {
    var now = System.nanoTime();
    var passed = Math.max(1_000_000, now - fetchedAt);
    fetchedAt = now;
    var more = (int) Math.min(MOST_IN_RESERVE, used * holdsNanos / passed);
    used = 0;
    return more;
  }

  private synchronized long handOut(TurnSource.Taken taken, long asked) {
    var left = taken.turns();
    while (left > 0 && !waiters.isEmpty()) {
      waiters.removeFirst().result.complete(GO);
      left--;
      used++;
    }
    if (taken.turns() > 0) {
      reserve = left;
      holdsNanos = TimeUnit.MILLISECONDS.toNanos(taken.holdsMs());
      reserveUntil = asked + holdsNanos;
    }
    if (!taken.pause().isZero() && taken.pausedBy() != null) {
      pausedUntil = System.nanoTime() + taken.pause().toNanos();
      pausedBy = taken.pausedBy();
    }
    if (waiters.isEmpty()) {
      return 0;
    }
    refuseTheLate(taken);
    return taken.turns() > 0 ? 0 : rest(taken.freeInMs(1));
  }

  /** Who cannot have a turn in time is told at once, and does not wait in vain. */
  private void refuseTheLate(TurnSource.Taken taken) {
    var now = System.nanoTime();
    var place = 1;
    for (var each = waiters.iterator(); each.hasNext(); ) {
      var waiter = each.next();
      var free = TimeUnit.MILLISECONDS.toNanos(taken.freeInMs(place));
      waiter.freeAt = at(free);
      if (waiter.deadline - now < free) {
        each.remove();
        waiter.result.complete(new Outcome.Late(waiter.freeAt, taken.pausedBy()));
      } else {
        place++;
      }
    }
  }

  private synchronized void fail(Throwable e) {
    isFetching = false;
    waiters.forEach(waiter -> waiter.result.completeExceptionally(e));
    waiters.clear();
  }

  /** A little longer than needed, and not all nodes at the same moment. */
  private static long rest(long ms) {
    return Math.min(LONGEST_SLEEP_MS, Math.max(1, ms)) + ThreadLocalRandom.current().nextLong(3);
  }

  private Instant at(long nanos) {
    return clock.instant().plusNanos(nanos);
  }

  /** How many calls wait, and until when the API wants none. */
  synchronized Reading reading() {
    var pause = pausedUntil - System.nanoTime();
    return new Reading(
        waiters.size(), pause > 0 ? at(pause) : null, pausedBy, rules, source.isAlone());
  }

  /**
   * How things stand on this node.
   *
   * @param isAlone whether this node counts by itself
   */
  record Reading(
      int waiting,
      @Nullable Instant pausedUntil,
      String pausedBy,
      RateRules rules,
      boolean isAlone) {}

  /** A call that waits. */
  private final class Waiter {

    private final long deadline;
    private final CompletableFuture<Outcome> result = new CompletableFuture<>();
    private volatile Instant freeAt = clock.instant();

    Waiter(long deadline) {
      this.deadline = deadline;
    }
  }
}
