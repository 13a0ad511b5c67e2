package io.patchbay.http;

import io.patchbay.api.Policies.RetryPolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is retried, with all defaults filled in.
 *
 * @param statuses that are retried, those that refuse included
 * @param refusing statuses that say that nothing was done
 */
record RetryRules(
    Set<Integer> statuses, Set<Integer> refusing, int baseMs, int maxMs, int budgetPercent) {

  private static final List<Integer> USUAL = List.of(408, 425, 429, 500, 502, 503, 504);
  private static final Set<Integer> REFUSING = Set.of(425, 429);
  private static final RetryRules DEFAULTS =
      new RetryRules(Set.copyOf(USUAL), REFUSING, 500, 60_000, 20);

  static RetryRules of(@Nullable RetryPolicy policy) {
    if (policy == null) {
      return DEFAULTS;
    }
    var statuses = new HashSet<>(policy.statuses().isEmpty() ? USUAL : policy.statuses());
    statuses.addAll(policy.refused());
    var refusing = new HashSet<>(REFUSING);
    refusing.addAll(policy.refused());
    return new RetryRules(
        Set.copyOf(statuses),
        Set.copyOf(refusing),
        either(policy.baseMs(), DEFAULTS.baseMs),
        either(policy.maxMs(), DEFAULTS.maxMs),
        either(policy.budgetPercent(), DEFAULTS.budgetPercent));
  }

  private static int either(@Nullable Integer said, int usual) {
    return said == null ? usual : said;
  }
}
