package io.patchbay.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether calls of an API go through at the moment.
 *
 * @param breakers of this node, one for each server that was called
 * @param limits shared by all nodes
 */
public record ApiState(List<BreakerState> breakers, List<LimitState> limits) {

  /** Whether all calls are let through. */
  public boolean letsAllThrough() {
    return breakers.stream().allMatch(breaker -> breaker.state() == Circuit.CLOSED)
        && limits.stream().allMatch(limit -> limit.pausedUntil() == null);
  }

  /** What a circuit breaker does. */
  public enum Circuit {
    /** Lets calls through and counts them. */
    @JsonProperty("closed")
    CLOSED,
    /** Lets nothing through. */
    @JsonProperty("open")
    OPEN,
    /** Lets a few calls try. */
    @JsonProperty("halfOpen")
    HALF_OPEN
  }

  /**
   * A circuit breaker.
   *
   * @param server that it is for
   * @param calls in its window
   * @param failures among them
   * @param openUntil absent when it is not open
   * @param reason why it opened last; absent when it is closed
   * @param lastFailure the title of the last failure; absent when there was none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record BreakerState(
      String server,
      Circuit state,
      int calls,
      int failures,
      @Nullable Instant openUntil,
      @Nullable String reason,
      @Nullable String lastFailure) {}

  /**
   * A rate limit.
   *
   * @param scope the server; then the method, or the numbers, where those have a limit of their own
   * @param limit for people
   * @param free calls that may be made now; absent when nothing is counted
   * @param waiting calls of this node that wait for their turn
   * @param pausedUntil until then the API wants no calls; absent when it does not say
   * @param reason what the API said; absent when it is not paused
   * @param shared false while the database is away and each node counts by itself
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LimitState(
      String scope,
      String limit,
      @Nullable Integer free,
      int waiting,
      @Nullable Instant pausedUntil,
      @Nullable String reason,
      boolean shared) {}
}
