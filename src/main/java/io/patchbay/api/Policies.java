package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.patchbay.common.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How patient a call is and what it does about trouble. What is left out comes from the next level:
 * flow, method, API, then Patchbay's defaults.
 *
 * @param connectMs milliseconds for a connection; 5,000 by default
 * @param tlsMs milliseconds for the TLS handshake; 5,000 by default
 * @param responseMs milliseconds for the first byte of the answer and between two reads; 30,000 by
 *     default
 * @param totalMs milliseconds for everything, retries and token included; 100,000 by default
 * @param retries further attempts of a call that may be repeated; 2 by default, 0 to 10
 * @param maxResponseBytes greatest body of an answer; 10 MiB by default, 100 MiB at most
 * @param retry what is retried, and how
 * @param rateLimit how many calls there may be in a time, over all flows and nodes; no limit by
 *     default
 * @param circuitBreaker when calls are no longer tried for a while
 * @param pagination how the pages of a list are fetched as one answer; not at all by default
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Policies(
    @Nullable Integer connectMs,
    @Nullable Integer tlsMs,
    @Nullable Integer responseMs,
    @Nullable Integer totalMs,
    @Nullable Integer retries,
    @Nullable Integer maxResponseBytes,
    @Nullable RetryPolicy retry,
    @Nullable RateLimit rateLimit,
    @Nullable CircuitBreaker circuitBreaker,
    @Nullable Pagination pagination) {

  /** Nothing is said. */
  public static final Policies NONE =
      new Policies(null, null, null, null, null, null, null, null, null, null);

  /** What holds where nothing is said. */
  public static final Policies DEFAULTS =
      NONE.with(parts -> {
        parts.connectMs = 5_000;
        parts.tlsMs = 5_000;
        parts.responseMs = 30_000;
        parts.totalMs = 100_000;
        parts.retries = 2;
        parts.maxResponseBytes = 10 * 1024 * 1024;
      });

  /** The values that are said, by name, as text; lists and rules as JSON. */
  public Map<String, String> said() {
    var values = new LinkedHashMap<String, String>();
    Json.toTree(this)
        .properties()
        .forEach(field -> values.put(field.getKey(), field.getValue().toString()));
    return values;
  }

  /** A copy with some parts changed. */
  public Policies with(Consumer<PolicyParts> change) {
    var parts = new PolicyParts(this);
    change.accept(parts);
    return parts.toPolicies();
  }

  /** These policies, with what they leave out taken from {@code below}. */
  public Policies over(@Nullable Policies below) {
    if (below == null) {
      return this;
    }
    return new Policies(
        connectMs == null ? below.connectMs : connectMs,
        tlsMs == null ? below.tlsMs : tlsMs,
        responseMs == null ? below.responseMs : responseMs,
        totalMs == null ? below.totalMs : totalMs,
        retries == null ? below.retries : retries,
        maxResponseBytes == null ? below.maxResponseBytes : maxResponseBytes,
        retry == null ? below.retry : retry,
        rateLimit == null ? below.rateLimit : rateLimit,
        circuitBreaker == null ? below.circuitBreaker : circuitBreaker,
        pagination == null ? below.pagination : pagination);
  }

  /**
   * What is retried. A call that was surely not taken by the API (no connection, 429) is retried
   * whatever its verb; all else only if the method may be repeated.
   *
   * @param statuses that are retried; 408, 425, 429, 500, 502, 503 and 504 when left out
   * @param refused further statuses by which this API says that it did nothing, so that even a call
   *     that may not be repeated is sent again, for example 503; 425 and 429 always are
   * @param baseMs the first pause is up to this; doubled each time, with full jitter; 500 when left
   *     out
   * @param maxMs no pause is longer; the call fails if {@code Retry-After} asks for more; 60,000
   *     when left out
   * @param budgetPercent retries are at most this part of the calls to the API; 20 when left out
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record RetryPolicy(
      List<Integer> statuses,
      List<Integer> refused,
      @Nullable Integer baseMs,
      @Nullable Integer maxMs,
      @Nullable Integer budgetPercent) {

    public RetryPolicy {
      statuses = statuses == null ? List.of() : List.copyOf(statuses);
      refused = refused == null ? List.of() : List.copyOf(refused);
    }
  }

  /**
   * A limit that all flows and nodes share.
   *
   * @param requests so many; no number of our own when left out, only what the API's headers say
   * @param perSeconds in any so many seconds
   * @param burst so many at once; as {@code requests} when left out
   * @param followHeaders whether the API's own {@code RateLimit} headers slow calls down further;
   *     true when left out
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RateLimit(
      @Nullable Integer requests,
      @Nullable Integer perSeconds,
      @Nullable Integer burst,
      @Nullable Boolean followHeaders) {}

  /**
   * When an API is left alone for a while. Counted per API and server, on each node.
   *
   * @param failurePercent of the calls; 50 when left out; 0 switches the breaker off
   * @param minimumCalls before anything is decided; 20 when left out
   * @param windowSeconds that are looked at; 30 when left out
   * @param openSeconds until it is tried again with a few calls; 30 when left out
   * @param slowMs a call that takes longer counts as failed; no limit when left out
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CircuitBreaker(
      @Nullable Integer failurePercent,
      @Nullable Integer minimumCalls,
      @Nullable Integer windowSeconds,
      @Nullable Integer openSeconds,
      @Nullable Integer slowMs) {}

  /**
   * How the pages of a list become one answer: a list of all items.
   *
   * @param kind how the next page is found
   * @param items an expression over {@code response} that gives the items of a page; the body, or
   *     the only list in it, when left out
   * @param next an expression over {@code response}: the next address or cursor; none ends it
   * @param parameter the query parameter for the cursor, page number or offset
   * @param start the first page number or offset
   * @param sizeParameter the query parameter that asks for a page size
   * @param size the page size
   * @param maxPages no more pages; 100 when left out
   * @param maxItems no more items; 10,000 when left out
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Pagination(
      Kind kind,
      @Nullable String items,
      @Nullable String next,
      @Nullable String parameter,
      @Nullable JsonNode start,
      @Nullable String sizeParameter,
      @Nullable Integer size,
      @Nullable Integer maxPages,
      @Nullable Integer maxItems) {

    public Pagination {
      kind = kind == null ? Kind.LINK_HEADER : kind;
    }

    /** How the next page is found. */
    public enum Kind {
      /** By the {@code Link} header with {@code rel="next"}, RFC 8288. */
      @JsonProperty("linkHeader")
      LINK_HEADER,
      /** By an address in the answer. */
      @JsonProperty("nextLink")
      NEXT_LINK,
      /** By a cursor in the answer that the next request sends. */
      @JsonProperty("cursor")
      CURSOR,
      /** By counting pages. */
      @JsonProperty("page")
      PAGE,
      /** By counting items. */
      @JsonProperty("offset")
      OFFSET
    }
  }
}
