package io.patchbay.http;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.RequestBody;
import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a method writes its body, as its media type wants it; prepared once. */
final class BodyPlan {

  private static final String BYTES = "application/octet-stream";

  private final String method;
  private final @Nullable RequestBody definition;
  private final Map<String, BodyField> fields;

  BodyPlan(Api api, ApiMethod method) {
    this.method = method.name();
    this.definition = method.body();
    this.fields = definition == null ? Map.of() : BodyField.of(definition, api.schemas());
  }

  /** Whether the method itself says what it takes. */
  boolean isDefined() {
    return definition != null;
  }

  /**
   * The body; absent when there is none.
   *
   * @param headerType the Content-Type that somebody set by hand
   * @throws CallRefused when a required one is missing, or the value does not fit the type
   */
  @Nullable Body write(@Nullable Object value, @Nullable String headerType) {
    if (Expression.ABSENT.equals(value)) {
      if (definition != null && definition.required()) {
        throw CallRefused.configuration("%s needs a body, which has no value.".formatted(method));
      }
      return null;
    }
    var defined =
        definition != null
            ? definition.contentType()
            : headerType == null ? RequestBody.JSON : headerType;
    var type = MediaType.isRange(defined) ? concrete(defined, value) : defined;
    return write(value, type, headerType == null ? type : headerType);
  }

  /** The body as another media type than the method's own; absent when there is none. */
  @Nullable Body writeAs(@Nullable Object value, String contentType) {
    return Expression.ABSENT.equals(value) ? null : write(value, contentType, contentType);
  }

  /**
   * @param type decides how the value is written
   * @param sentType the Content-Type that is sent, which may name another charset
   */
  private Body write(@Nullable Object value, String type, String sentType) {
    var plain = MediaType.of(type);
    if (MediaType.isJson(type)) {
      return Body.of(Json.MAPPER.writeValueAsBytes(value), type);
    }
    if (plain.startsWith("multipart/")) {
      return multipart(value, plain);
    }
    if (plain.equals(RequestBody.FORM)) {
      return Body.of(form(value).getBytes(StandardCharsets.US_ASCII), type);
    }
    if (MediaType.isText(type)) {
      var text = text(value, type);
      var bytes = TextBytes.encode(text, sentType, "The body of " + method);
      return Body.of(bytes, withCharset(type, text));
    }
    var file = FileValue.of(value == null ? "" : value, "The body of " + method);
    return Body.of(
        file.bytes(),
        file.contentType() != null && MediaType.isRange(defined()) ? file.contentType() : type);
  }

  private String defined() {
    return definition == null ? "" : definition.contentType();
  }

  /** A definition may leave the type open; a request may not. */
  private static String concrete(String range, @Nullable Object value) {
    var kind = range.substring(0, Math.max(0, range.indexOf('/')));
    var isFile = FileValue.isOne(value);
    return switch (kind) {
      case "*", "application" ->
          isFile ? BYTES : value instanceof String ? "text/plain" : RequestBody.JSON;
      case "text" -> "text/plain";
      default -> BYTES;
    };
  }

  private Body multipart(@Nullable Object value, String type) {
    if (!type.equals(RequestBody.MULTIPART)) {
      throw CallRefused.configuration(
          "%s takes a %s body, which Patchbay cannot send; it sends %s."
              .formatted(method, type, RequestBody.MULTIPART));
    }
    if (!(value instanceof Map<?, ?> values)) {
      throw CallRefused.configuration(
          "The body of %s is %s: it has to be an object with a field for each part."
              .formatted(method, type));
    }
    return MultipartBody.write(method, fields, values);
  }

  private String form(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> PercentCode.encodePath(text);
      case Map<?, ?> values -> FormBody.write(fields, values);
      default ->
          throw CallRefused.configuration(
              "The body of %s is a form: it has to be an object.".formatted(method));
    };
  }

  private String text(@Nullable Object value, String type) {
    var isStructured = value instanceof Map || value instanceof List;
    if (isStructured && MediaType.isXml(type)) {
      throw CallRefused.configuration(
          "The body of %s is XML, which is given as text; this is %s."
              .formatted(method, value instanceof Map ? "an object" : "a list"));
    }
    if (MediaType.isJsonLines(type) && !(value instanceof String)) {
      return lines(value);
    }
    return isStructured && MediaType.isYaml(type) ? Json.writeYaml(value) : Scalars.text(value);
  }

  private static String lines(@Nullable Object value) {
    var elements = value instanceof List<?> list ? list : List.of(Json.toTree(value));
    return elements.stream()
        .map(element -> Json.write(element) + "\n")
        .collect(Collectors.joining());
  }

  /** Without the word, text/* is taken for US-ASCII or guessed at. */
  private static String withCharset(String type, String text) {
    if (!type.startsWith("text/") || type.indexOf(';') >= 0) {
      return type;
    }
    var declared = MediaType.isXml(type) ? TextBytes.declared(text) : Optional.<String>empty();
    return type + "; charset=" + declared.orElse("UTF-8");
  }
}
