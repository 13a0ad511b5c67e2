package io.patchbay.importing;

import io.patchbay.common.InvalidException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When sources are looked at again: jittered, so that not all of them come at once. */
@Component
class WatchTimes {

  static final int MOST_HOURS = 720;

  private static final Duration FIRST_RETRY = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 8;
  private static final double SPREAD = 0.1;

  /**
   * Lets pass what can be watched.
   *
   * @param hours absent: not watched
   * @throws InvalidException when the hours are out of range, or there is no address to look at
   */
  void check(@Nullable Integer hours, @Nullable String url) {
    if (hours == null) {
      return;
    }
    if (hours < 1 || hours > MOST_HOURS) {
      throw new InvalidException("watchHours", "Look every 1 to %d hours.".formatted(MOST_HOURS));
    }
    if (url == null) {
      throw new InvalidException(
          "watchHours", "Only a source with an address can be watched; this one came as a file.");
    }
  }

  /** The next look after one that went well; absent where the source is not watched. */
  @Nullable Instant next(Instant now, @Nullable Integer hours) {
    return hours == null ? null : now.plus(jittered(Duration.ofHours(hours)));
  }

  /** The next look after some that failed: later each time, never later than the usual one. */
  Instant afterFailure(Instant now, int failures, int hours) {
    var wait = FIRST_RETRY.multipliedBy(1L << Math.clamp(failures, 0, MOST_DOUBLINGS));
    var usual = Duration.ofHours(hours);
    return now.plus(jittered(wait.compareTo(usual) < 0 ? wait : usual));
  }

  private static Duration jittered(Duration wait) {
    double factor = 1 - SPREAD + 2 * SPREAD * ThreadLocalRandom.current().nextDouble();
    return Duration.ofMillis((long) (wait.toMillis() * factor));
  }
}
