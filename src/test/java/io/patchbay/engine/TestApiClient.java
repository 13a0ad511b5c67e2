package io.patchbay.engine;

import io.patchbay.api.Customization;
import io.patchbay.common.Failure;
import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import io.patchbay.expression.Template;
import io.patchbay.http.ApiClient;
import io.patchbay.http.ApiRequest;
import io.patchbay.http.ApiResponse;
import io.patchbay.http.Attempt;
import io.patchbay.http.SentRequest;
import io.patchbay.http.Timings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Just enough of HTTP for flows in tests: no retries, no authentication, JSON only. */
final class TestApiClient implements ApiClient {

  private final HttpClient http = HttpClient.newHttpClient();

  @Override
  public ApiResponse call(ApiRequest request) {
    var uri = URI.create(request.api().baseUrl() + request.method().path());
    var builder =
        HttpRequest.newBuilder(uri)
            .method(
                request.method().verb().name(), HttpRequest.BodyPublishers.ofString(body(request)));
    headers(request).forEach(builder::setHeader);
    try {
      return answer(request, http.send(builder.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (InterruptedException e) {
      return failed(
          Failure.of(Failure.Kind.CANCELLED, "The call was cancelled", "It was interrupted."));
    } catch (IOException e) {
      return failed(Failure.of(Failure.Kind.NOT_SENT, "No connection", String.valueOf(e)));
    }
  }

  private static String body(ApiRequest request) {
    return Expression.ABSENT.equals(request.body()) ? "" : Json.write(request.body());
  }

  private static Map<String, String> headers(ApiRequest request) {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    for (var customization : request.customizations()) {
      if (customization instanceof Customization.Headers(_, var set, var remove)) {
        remove.forEach(headers::remove);
        set.forEach((name, text) ->
            headers.put(name, Texts.of(Template.ofText(text).evaluate(request.scope()))));
      }
    }
    return headers;
  }

  private static ApiResponse answer(ApiRequest request, HttpResponse<String> response) {
    int status = response.statusCode();
    var failure =
        status < 400
            ? null
            : Failure.of(Failure.Kind.STATUS, "The upstream answered " + status, "It said no.")
                .withStatus(status);
    return response(
        status, Json.readValue(response.body()), failure, request.method().verb().name());
  }

  private static ApiResponse failed(Failure failure) {
    return response(null, Expression.ABSENT, failure, "GET");
  }

  private static ApiResponse response(
      @Nullable Integer status, @Nullable Object body, @Nullable Failure failure, String verb) {
    var attempt =
        new Attempt(Instant.EPOCH, 1, status, Attempt.Outcome.KNOWN_STATUS, failure, Timings.NONE);
    return new ApiResponse(
        status,
        Map.of("content-type", "application/json"),
        body,
        "application/json",
        0,
        failure,
        List.of(attempt),
        new SentRequest(verb, "http://upstream", List.of(), null),
        null);
  }
}
