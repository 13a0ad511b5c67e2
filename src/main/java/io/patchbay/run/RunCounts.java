package io.patchbay.run;

import java.util.Map;

/** How many runs of the last 24 hours are in which state; states without a run are left out. */
public record RunCounts(Map<RunState, Long> byState) {

  public RunCounts {
    byState = Map.copyOf(byState);
  }

  public long of(RunState state) {
    return byState.getOrDefault(state, 0L);
  }

  public long total() {
    return byState.values().stream().mapToLong(Long::longValue).sum();
  }
}
