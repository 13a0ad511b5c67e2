package io.patchbay.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.Parameter;
import io.patchbay.common.Failure;
import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A try as the history keeps it: without what is redacted, with at most 64 KiB of a body. */
final class KeptTry {

  private static final int LONGEST_BODY = 64 * 1024;

  private KeptTry() {}

  /** What the history keeps of a fresh outcome. */
  static TryOutcome of(TryOutcome fresh, ApiMethod method, Redactor redactor) {
    var leftOut = new ArrayList<String>();
    var inputs = new LinkedHashMap<String, @Nullable Object>();
    fresh
        .request()
        .inputs()
        .forEach((name, value) -> {
          var isSecret = method.parameter(name).map(Parameter::redacted).orElse(false);
          if (isSecret) {
            leftOut.add(name);
          } else {
            inputs.put(name, redactor.redact(value));
          }
        });
    var body = redactor.redact(fresh.request().body());
    if (fresh.request().hasBody() && Json.write(body).length() > LONGEST_BODY) {
      leftOut.add("body");
      body = Expression.ABSENT;
    }
    var asked = fresh.request();
    var response = withoutEchoes(fresh.response(), redactor, echoes(asked, leftOut));
    var shortened = shortened(response.body());
    return new TryOutcome(
        fresh.id(),
        fresh.method(),
        fresh.triedAt(),
        fresh.triedBy(),
        fresh.version(),
        new TryRequest(inputs, body, asked.environment(), asked.version()),
        leftOut,
        shortened == null ? response : with(response, response.headers(), shortened),
        shortened != null);
  }

  /** Finds what is left out of the request, should the API say it again. */
  private static Redactor echoes(TryRequest asked, List<String> leftOut) {
    return Redactor.of(
        leftOut.stream()
            .filter(asked.inputs()::containsKey)
            .map(name -> Scalars.text(asked.inputs().get(name)))
            .toList());
  }

  private static ApiResponse withoutEchoes(
      ApiResponse response, Redactor secrets, Redactor inputs) {
    var headers = new LinkedHashMap<String, String>();
    response.headers().forEach((name, value) -> headers.put(name, inputs.redact(value)));
    return with(response, headers, inputs.redact(secrets.redact(response.body())));
  }

  private static @Nullable String shortened(@Nullable Object body) {
    if (Expression.ABSENT.equals(body)) {
      return null;
    }
    var text = body instanceof String plain ? plain : Json.write(body);
    return text.length() <= LONGEST_BODY ? null : text.substring(0, LONGEST_BODY);
  }

  private static ApiResponse with(
      ApiResponse response, Map<String, String> headers, @Nullable Object body) {
    return new ApiResponse(
        response.status(),
        headers,
        body,
        response.contentType(),
        response.bodyBytes(),
        response.failure(),
        response.attempts(),
        response.request(),
        response.tokenExchange(),
        response.pages());
  }

  /** The column {@code inputs}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Given(
      Map<String, JsonNode> inputs,
      @Nullable JsonNode body,
      @Nullable String version,
      List<String> leftOut) {

    static Given of(TryOutcome kept) {
      var asked = kept.request();
      var inputs = new LinkedHashMap<String, JsonNode>();
      asked.inputs().forEach((name, value) -> inputs.put(name, Json.toTree(value)));
      return new Given(
          inputs,
          asked.hasBody() ? Json.toTree(asked.body()) : null,
          asked.version(),
          kept.leftOut());
    }

    TryRequest request(@Nullable String environment) {
      var values = new LinkedHashMap<String, @Nullable Object>();
      inputs.forEach((name, value) -> values.put(name, Json.toValue(value)));
      return new TryRequest(
          values, body == null ? Expression.ABSENT : Json.toValue(body), environment, version);
    }
  }

  /** The column {@code outcome}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Came(
      String version,
      @Nullable Integer status,
      Map<String, String> headers,
      @Nullable JsonNode body,
      boolean isShortened,
      @Nullable String contentType,
      long bodyBytes,
      @Nullable Failure failure,
      List<Attempt> attempts,
      @Nullable SentRequest request,
      ApiResponse.@Nullable TokenExchange tokenExchange,
      ApiResponse.@Nullable Pages pages) {

    static Came of(TryOutcome kept) {
      var response = kept.response();
      return new Came(
          kept.version(),
          response.status(),
          response.headers(),
          Expression.ABSENT.equals(response.body()) ? null : Json.toTree(response.body()),
          kept.isShortened(),
          response.contentType(),
          response.bodyBytes(),
          response.failure(),
          response.attempts(),
          response.request(),
          response.tokenExchange(),
          response.pages());
    }

    ApiResponse response() {
      return new ApiResponse(
          status,
          headers,
          body == null ? Expression.ABSENT : Json.toValue(body),
          contentType,
          bodyBytes,
          failure,
          attempts,
          request,
          tokenExchange,
          pages);
    }
  }
}
