package io.patchbay.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.common.Failure;
import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import io.patchbay.http.ApiResponse;
import io.patchbay.http.Attempt;
import io.patchbay.http.SentRequest;
import io.patchbay.http.TryOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The outcome of a try in JSON: what was sent, what came back, how long it took. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TryAnswer(
    UUID id,
    Instant triedAt,
    String triedBy,
    String version,
    @Nullable String environment,
    @Nullable Given given,
    @Nullable Integer status,
    Map<String, String> headers,
    @Nullable JsonNode body,
    @Nullable Boolean shortened,
    @Nullable String contentType,
    long bodyBytes,
    double durationMs,
    @Nullable Failure failure,
    List<Attempt> attempts,
    @Nullable SentRequest request,
    @Nullable String curl,
    ApiResponse.@Nullable TokenExchange tokenExchange) {

  /** With what it was tried, in the history. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Given(
      Map<String, @Nullable Object> inputs, @Nullable JsonNode body, List<String> leftOut) {}

  static TryAnswer of(TryOutcome outcome) {
    return of(outcome, null);
  }

  /** From the history, with the inputs, so that it can be repeated. */
  static TryAnswer kept(TryOutcome outcome) {
    var request = outcome.request();
    var body = request.hasBody() ? Json.toTree(request.body()) : null;
    return of(outcome, new Given(request.inputs(), body, outcome.leftOut()));
  }

  private static TryAnswer of(TryOutcome outcome, @Nullable Given given) {
    var response = outcome.response();
    return new TryAnswer(
        outcome.id(),
        outcome.triedAt(),
        outcome.triedBy(),
        outcome.version(),
        outcome.request().environment(),
        given,
        response.status(),
        response.headers(),
        Expression.ABSENT.equals(response.body()) ? null : Json.toTree(response.body()),
        outcome.isShortened() ? true : null,
        response.contentType(),
        response.bodyBytes(),
        response.durationUs() / 1_000.0,
        response.failure(),
        response.attempts(),
        response.request(),
        outcome.curl(),
        response.tokenExchange());
  }
}
