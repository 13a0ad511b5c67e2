package io.patchbay.http;

import io.patchbay.api.Policies;
import org.jspecify.annotations.Nullable;

/** The policies that hold for a method: its own, else the API's, else ours. */
record CallLimits(
    int connectMs, int tlsMs, int responseMs, int totalMs, int retries, int maxResponseBytes) {

  static CallLimits of(@Nullable Policies method, @Nullable Policies api) {
    var said = method == null ? Policies.NONE : method;
    var all = said.over(api);
    return new CallLimits(
        either(all.connectMs(), 5_000),
        either(all.tlsMs(), 5_000),
        either(all.responseMs(), 30_000),
        either(all.totalMs(), 100_000),
        either(all.retries(), 2),
        either(all.maxResponseBytes(), 10 * 1024 * 1024));
  }

  private static int either(@Nullable Integer said, int usual) {
    return said == null ? usual : said;
  }
}
