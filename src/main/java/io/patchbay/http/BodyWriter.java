package io.patchbay.http;

import io.patchbay.api.RequestBody;
import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the body of a request as its media type wants it. */
final class BodyWriter {

  private BodyWriter() {}

  /** The media type that is sent unless a header says otherwise. */
  static String contentType(@Nullable RequestBody body) {
    var type = body == null ? RequestBody.JSON : body.contentType();
    return MediaType.isText(type) && type.startsWith("text/") && type.indexOf(';') < 0
        ? type + "; charset=UTF-8"
        : type;
  }

  /**
   * The bytes of the body; absent when there is none.
   *
   * @throws CallRefused when a required one is missing, or the value does not fit the type
   */
  static byte @Nullable [] write(ApiRequest request) {
    var definition = request.method().body();
    var body = request.body();
    if (Expression.ABSENT.equals(body)) {
      if (definition != null && definition.required()) {
        throw CallRefused.configuration(
            "%s needs a body, which has no value.".formatted(request.method().name()));
      }
      return null;
    }
    var type = definition == null ? RequestBody.JSON : MediaType.of(definition.contentType());
    if (MediaType.isJson(type)) {
      return Json.MAPPER.writeValueAsBytes(body);
    }
    if (type.startsWith("multipart/")) {
      throw CallRefused.configuration(
          "%s takes a %s body, which cannot be sent yet.".formatted(request.method().name(), type));
    }
    if (type.equals("application/x-www-form-urlencoded")) {
      return form(request, body).getBytes(StandardCharsets.US_ASCII);
    }
    return MediaType.isText(type)
        ? Scalars.text(body).getBytes(StandardCharsets.UTF_8)
        : binary(request, body);
  }

  private static String form(ApiRequest request, @Nullable Object body) {
    if (body instanceof String text) {
      return text;
    }
    if (!(body instanceof Map<?, ?> fields)) {
      throw CallRefused.configuration(
          "The body of %s is a form: it has to be an object.".formatted(request.method().name()));
    }
    var form = new StringBuilder();
    fields.forEach((name, value) -> {
      var values = value instanceof List<?> list ? list : List.of(Scalars.text(value));
      values.forEach(one ->
          form.append(form.isEmpty() ? "" : "&")
              .append(PercentCode.encode(String.valueOf(name)))
              .append('=')
              .append(PercentCode.encode(Scalars.text(one))));
    });
    return form.toString();
  }

  private static byte[] binary(ApiRequest request, @Nullable Object body) {
    try {
      return Base64.getDecoder().decode(Scalars.text(body));
    } catch (IllegalArgumentException _) {
      throw CallRefused.configuration(
          "The body of %s is binary: it has to be base64 text.".formatted(request.method().name()));
    }
  }
}
