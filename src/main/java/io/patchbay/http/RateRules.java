package io.patchbay.http;

import io.patchbay.api.Policies.RateLimit;
import org.jspecify.annotations.Nullable;

/**
 * How many calls there may be, with all defaults filled in.
 *
 * @param requests in any window; 0 when only the API's own headers count
 * @param burst at once; 0 when as many as in a window
 * @param followsHeaders whether the API's own headers stop calls
 */
record RateRules(int requests, int perSeconds, int burst, boolean followsHeaders) {

  private static final int MINUTE = 60;

  /** Absent when nothing is limited. */
  static @Nullable RateRules of(@Nullable RateLimit limit) {
    if (limit == null) {
      return null;
    }
    var rules =
        new RateRules(
            limit.requests() == null ? 0 : limit.requests(),
            limit.perSeconds() == null ? MINUTE : limit.perSeconds(),
            limit.burst() == null ? 0 : limit.burst(),
            limit.followHeaders() == null || limit.followHeaders());
    return rules.requests == 0 && !rules.followsHeaders ? null : rules;
  }

  /** For people, for example {@code 100 in 60 s}. */
  String words() {
    return requests == 0
        ? "what the API's headers say"
        : "%,d in %,d s".formatted(requests, perSeconds);
  }
}
