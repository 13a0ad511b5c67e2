package io.patchbay.http;

import java.time.Duration;
import java.util.Locale;

/** Why there is no token, as far as it says what helps. */
enum TokenTrouble {
  /** May go away by itself: asked again, at first soon. */
  PASSING(Duration.ofSeconds(1)),
  /** Somebody has to change the credential, or the client at the provider. */
  CONFIGURATION(Duration.ofSeconds(10)),
  /** Somebody has to change something here; nothing was sent to anybody. */
  LOCAL(Duration.ofSeconds(2)),
  /** Somebody has to sign in again in the browser; nothing is asked until then. */
  SIGN_IN(Duration.ofSeconds(2));

  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration LONGEST_WISH = Duration.ofHours(1);

  private final Duration first;

  TokenTrouble(Duration first) {
    this.first = first;
  }

  /**
   * How long the endpoint is left alone: doubles with each failure, and is what the endpoint wishes
   * if that is longer.
   *
   * @param failures in a row, at least one
   */
  Duration pause(int failures, Duration wish) {
    if (!asksAnybody()) {
      return first;
    }
    var grown = first.multipliedBy(1L << Math.clamp(failures - 1, 0, 10));
    var own = grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
    var wished = wish.compareTo(LONGEST_WISH) < 0 ? wish : LONGEST_WISH;
    return wished.compareTo(own) > 0 ? wished : own;
  }

  /** Whether there is anybody to be left alone. */
  boolean asksAnybody() {
    return this == PASSING || this == CONFIGURATION;
  }

  /** The name in the database. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
