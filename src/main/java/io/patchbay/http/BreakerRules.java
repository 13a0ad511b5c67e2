package io.patchbay.http;

import io.patchbay.api.Policies.CircuitBreaker;
import org.jspecify.annotations.Nullable;

/**
 * When an API is left alone, with all defaults filled in.
 *
 * @param slowMs 0 when no call is too slow
 */
record BreakerRules(
    int failurePercent, int minimumCalls, int windowSeconds, int openSeconds, int slowMs) {

  private static final BreakerRules DEFAULTS = new BreakerRules(50, 20, 30, 30, 0);

  /** Absent when it is switched off. */
  static @Nullable BreakerRules of(@Nullable CircuitBreaker policy) {
    if (policy == null) {
      return DEFAULTS;
    }
    var rules =
        new BreakerRules(
            either(policy.failurePercent(), DEFAULTS.failurePercent),
            either(policy.minimumCalls(), DEFAULTS.minimumCalls),
            either(policy.windowSeconds(), DEFAULTS.windowSeconds),
            either(policy.openSeconds(), DEFAULTS.openSeconds),
            either(policy.slowMs(), DEFAULTS.slowMs));
    return rules.failurePercent == 0 ? null : rules;
  }

  private static int either(@Nullable Integer said, int usual) {
    return said == null ? usual : said;
  }
}
