package io.patchbay.api;

import org.jspecify.annotations.Nullable;

/** Policies while they are being put together; see {@link Policies} for what the parts are. */
public final class PolicyParts {

  public @Nullable Integer connectMs;
  public @Nullable Integer tlsMs;
  public @Nullable Integer responseMs;
  public @Nullable Integer totalMs;
  public @Nullable Integer retries;
  public @Nullable Integer maxResponseBytes;
  public Policies.@Nullable RetryPolicy retry;
  public Policies.@Nullable RateLimit rateLimit;
  public Policies.@Nullable CircuitBreaker circuitBreaker;
  public Policies.@Nullable Pagination pagination;

  PolicyParts(Policies policies) {
    connectMs = policies.connectMs();
    tlsMs = policies.tlsMs();
    responseMs = policies.responseMs();
    totalMs = policies.totalMs();
    retries = policies.retries();
    maxResponseBytes = policies.maxResponseBytes();
    retry = policies.retry();
    rateLimit = policies.rateLimit();
    circuitBreaker = policies.circuitBreaker();
    pagination = policies.pagination();
  }

  Policies toPolicies() {
    return new Policies(
        connectMs,
        tlsMs,
        responseMs,
        totalMs,
        retries,
        maxResponseBytes,
        retry,
        rateLimit,
        circuitBreaker,
        pagination);
  }
}
