package io.patchbay.ui.designer.preview;

import io.patchbay.common.Json;
import io.patchbay.expression.Expression;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a value with expressions comes to.
 *
 * @param value a plain value, or {@link Expression#ABSENT}
 * @param error why there is no value
 * @param source what the data behind it is; absent for a value that needs none
 */
public record Preview(@Nullable Object value, @Nullable String error, @Nullable Source source) {

  private static final int LONGEST = 400;

  /** Whether the expression has no value here. */
  public boolean isAbsent() {
    return Expression.ABSENT.equals(value);
  }

  /** The value as JSON on one line, shortened. */
  public String text() {
    if (error != null) {
      return "";
    }
    if (isAbsent()) {
      return "absent";
    }
    String json = Json.write(value);
    return json.length() > LONGEST ? json.substring(0, LONGEST) + "…" : json;
  }

  /** "last run", "pinned", "sample", or how long a list is. */
  public String origin() {
    if (value instanceof Collection<?> list && source != null) {
      return list.size() == 1 ? "1 item" : list.size() + " items";
    }
    return source == null ? "" : source.words();
  }

  /** Why the value does not fit a JSON Schema's type, in words; nothing where it does. */
  public Optional<String> misfit(@Nullable JsonNode schema) {
    if (error != null || schema == null || isAbsent() || value == null) {
      return Optional.empty();
    }
    JsonNode type = schema.path("type");
    if (!type.isString()) {
      return Optional.empty();
    }
    return switch (type.stringValue()) {
      case "integer" -> isInteger(value) ? Optional.empty() : misfit("a whole number");
      case "number" -> value instanceof Number ? Optional.empty() : misfit("a number");
      case "boolean" -> value instanceof Boolean ? Optional.empty() : misfit("true or false");
      case "array" -> value instanceof Collection<?> ? Optional.empty() : misfit("a list");
      case "object" -> value instanceof Map<?, ?> ? Optional.empty() : misfit("an object");
      case "string" ->
          value instanceof Map<?, ?> || value instanceof Collection<?>
              ? misfit("a text")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<String> misfit(String needed) {
    String given =
        switch (value) {
          case String _ -> "Text";
          case Boolean _ -> "True or false";
          case Number _ -> "A number";
          case Map<?, ?> _ -> "An object";
          case Collection<?> _ -> "A list";
          case null, default -> "Nothing";
        };
    return Optional.of("%s given, %s is needed".formatted(given, needed));
  }

  private static boolean isInteger(Object value) {
    return value instanceof Number number
        && number.doubleValue() == Math.rint(number.doubleValue());
  }
}
