package io.patchbay.http;

import io.patchbay.api.ApiId;
import io.patchbay.http.RateLimitRepository.Row;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Where a node gets the turns of one limit from: the database that all nodes share; while that is
 * away, or for an API that is kept nowhere, a count of its own. Used by one thread at a time.
 */
final class TurnSource {

  private static final Logger log = LoggerFactory.getLogger(TurnSource.class);
  private static final int TRIES = 20;

  /** How long the database is not asked again after it failed. */
  private static final long AWAY_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** How long a node goes by what the API said last, where there is no number to count. */
  private static final long HEADERS_MS = 1_000;

  private final @Nullable RateLimitRepository repository;
  private final @Nullable ApiId api;
  private final String scope;
  private @Nullable TurnWindow own;
  private @Nullable RateRules ownRules;
  private volatile long askAgainAt = System.nanoTime();
  private volatile boolean isAlone;
  private volatile boolean isMade;

  TurnSource(@Nullable RateLimitRepository repository, @Nullable ApiId api, String scope) {
    this.repository = repository;
    this.api = api;
    this.scope = scope;
    this.isAlone = repository == null || api == null;
  }

  /**
   * An answer of the source.
   *
   * @param turns that may be used
   * @param holdsMs for so long
   * @param pause until when the API wants no call at all; zero when it does not say
   * @param window to see when there will be more; absent when nothing is counted
   * @param now the moment of the answer, by the clock of the window
   */
  record Taken(
      int turns,
      long holdsMs,
      Duration pause,
      @Nullable String pausedBy,
      @Nullable TurnWindow window,
      long now) {

    /** When that many more turns will be there, in milliseconds from the answer. */
    long freeInMs(int more) {
      return pause.isZero() && window != null ? window.freeIn(now, more) : pause.toMillis();
    }
  }

  /** Whether this node counts by itself. */
  boolean isAlone() {
    return isAlone;
  }

  Taken take(RateRules rules, int needed, int wanted) {
    if (repository != null && api != null && System.nanoTime() - askAgainAt >= 0) {
      try {
        var taken = shared(repository, api, rules, needed, wanted);
        if (isAlone) {
          log.info("The rate limit of {} is shared by all nodes again", scope);
        }
        isAlone = false;
        return taken;
      } catch (DataAccessException e) {
        away(e);
      }
    }
    return alone(rules, needed, wanted);
  }

  /** Tells all nodes that the API wants to be left alone. */
  void pause(Duration time, String reason) {
    if (repository == null || api == null) {
      return;
    }
    try {
      if (!isMade) {
        repository.create(api, scope);
        isMade = true;
      }
      repository.pause(api, scope, time, reason);
    } catch (DataAccessException e) {
      away(e);
    }
  }

  private Taken shared(
      RateLimitRepository limits, ApiId id, RateRules rules, int needed, int wanted) {
    for (int i = 0; i < TRIES; i++) {
      var found = limits.find(id, scope);
      if (found.isEmpty()) {
        limits.create(id, scope);
        if (limits.find(id, scope).isEmpty()) { // the API is gone; its last calls count alone
          return alone(rules, needed, wanted);
        }
        continue;
      }
      isMade = true;
      var row = found.get();
      var pause = rules.followsHeaders() ? row.pause() : Duration.ZERO;
      if (!pause.isZero()) {
        return new Taken(0, 0, pause, row.pausedBy(), null, row.nowMs());
      }
      if (rules.requests() == 0) {
        return new Taken(wanted, HEADERS_MS, Duration.ZERO, null, null, row.nowMs());
      }
      var window = TurnWindow.of(rules, row.kept(), row.nowMs());
      var turns = window.take(row.nowMs(), needed, wanted);
      if (turns == 0 || limits.store(id, row, window.kept())) {
        return taken(window, turns, row);
      }
    }
    return new Taken(
        0, 0, Duration.ofMillis(10), null, null, 0); // other nodes were faster each time
  }

  private static Taken taken(TurnWindow window, int turns, Row row) {
    return new Taken(turns, window.holdsMs(), Duration.ZERO, null, window, row.nowMs());
  }

  private Taken alone(RateRules rules, int needed, int wanted) {
    var now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    if (rules.requests() == 0) {
      return new Taken(wanted, HEADERS_MS, Duration.ZERO, null, null, now);
    }
    var window = own;
    if (window == null || !rules.equals(ownRules)) {
      window = new TurnWindow(rules, now);
      own = window;
      ownRules = rules;
    }
    var turns = window.take(now, needed, wanted);
    return new Taken(turns, window.holdsMs(), Duration.ZERO, null, window, now);
  }

  private void away(DataAccessException e) {
    askAgainAt = System.nanoTime() + AWAY_NANOS;
    if (!isAlone) {
      isAlone = true;
      log.warn(
          "The rate limit of {} cannot be shared, the database is away; until it is back this node counts by itself: {}",
          scope,
          e.getMessage());
    }
  }
}
