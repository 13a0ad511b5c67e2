package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How patient a call is. What is left out comes from the next level: method, then API, then
 * Patchbay's defaults.
 *
 * @param connectMs milliseconds for a connection; 5,000 by default
 * @param responseMs milliseconds for the first byte of the answer and between two reads; 30,000 by
 *     default
 * @param totalMs milliseconds for everything, retries and token included; 100,000 by default
 * @param retries further attempts of a call that may be repeated; 2 by default, 0 to 10
 * @param maxResponseBytes greatest body of an answer; 10 MiB by default, 100 MiB at most
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Policies(
    @Nullable Integer connectMs,
    @Nullable Integer responseMs,
    @Nullable Integer totalMs,
    @Nullable Integer retries,
    @Nullable Integer maxResponseBytes) {

  /** What holds where nothing is said. */
  public static final Policies DEFAULTS = new Policies(5_000, 30_000, 100_000, 2, 10 * 1024 * 1024);

  /** These policies, with what they leave out taken from {@code below}. */
  public Policies over(@Nullable Policies below) {
    if (below == null) {
      return this;
    }
    return new Policies(
        connectMs == null ? below.connectMs : connectMs,
        responseMs == null ? below.responseMs : responseMs,
        totalMs == null ? below.totalMs : totalMs,
        retries == null ? below.retries : retries,
        maxResponseBytes == null ? below.maxResponseBytes : maxResponseBytes);
  }
}
