package io.patchbay.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.api.ApiService;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.Failure;
import io.patchbay.common.Json;
import io.patchbay.common.NotFoundException;
import io.patchbay.expression.Expression;
import io.patchbay.http.ApiClient;
import io.patchbay.http.ApiRequest;
import io.patchbay.http.ApiResponse;
import io.patchbay.http.Attempt;
import io.patchbay.http.SentRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Calls one method by hand, the way that a run would. */
@RestController
class TryController {

  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private final ApiService apis;
  private final ApiClient client;

  TryController(ApiService apis, @Lazy ApiClient client) {
    this.apis = apis;
    this.client = client;
  }

  /** Values by parameter name, and the body; a body of null is not the same as no body. */
  record TryRequest(@Nullable Map<String, JsonNode> inputs, @Nullable JsonNode body) {}

  /** The outcome: what was sent, what came back, how long it took. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TryAnswer(
      @Nullable Integer status,
      Map<String, String> headers,
      @Nullable JsonNode body,
      @Nullable String contentType,
      long bodyBytes,
      double durationMs,
      @Nullable Failure failure,
      List<Attempt> attempts,
      @Nullable SentRequest request,
      ApiResponse.@Nullable TokenExchange tokenExchange) {

    static TryAnswer of(ApiResponse response) {
      return new TryAnswer(
          response.status(),
          response.headers(),
          Expression.ABSENT.equals(response.body()) ? null : Json.toTree(response.body()),
          response.contentType(),
          response.bodyBytes(),
          response.durationUs() / 1_000.0,
          response.failure(),
          response.attempts(),
          response.request(),
          response.tokenExchange());
    }
  }

  /** Uses the workspace's credentials, so it needs the right to run. */
  @PostMapping("/api/v1/workspaces/{workspace}/apis/{api}/methods/{method}/try")
  TryAnswer attempt(
      Access access,
      @PathVariable String api,
      @PathVariable String method,
      @RequestBody(required = false) @Nullable TryRequest request) {
    var stored = apis.get(access, api).api();
    var called = stored.method(method).orElseThrow(() -> NotFoundException.of("method", method));
    access.require(Role.OPERATOR);
    var inputs = new HashMap<String, @Nullable Object>();
    if (request != null && request.inputs != null) {
      request.inputs.forEach((name, value) -> inputs.put(name, Json.toValue(value)));
    }
    var body =
        request == null || request.body == null ? Expression.ABSENT : Json.toValue(request.body);
    return TryAnswer.of(
        client.call(
            new ApiRequest(
                access.workspace(),
                access.workspace(),
                stored,
                called,
                inputs,
                body,
                List.of(),
                Map.of(),
                PATIENCE)));
  }
}
