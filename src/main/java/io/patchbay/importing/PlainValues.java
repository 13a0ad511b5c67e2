package io.patchbay.importing;

import io.patchbay.common.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values that were written as text: in a query, in a header, in a form. */
final class PlainValues {

  private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d{0,30}");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d{0,20})\\.\\d{1,20}");

  private PlainValues() {}

  /** As the number or truth value that it is written as, else as text. */
  static JsonNode typed(String text) {
    if (WHOLE.matcher(text).matches()) {
      var number = new BigInteger(text);
      return number.bitLength() < 32
          ? JsonNodeFactory.instance.numberNode(number.intValueExact())
          : JsonNodeFactory.instance.numberNode(number);
    }
    if (DECIMAL.matcher(text).matches()) {
      return JsonNodeFactory.instance.numberNode(new BigDecimal(text));
    }
    if (text.equals("true") || text.equals("false")) {
      return JsonNodeFactory.instance.booleanNode(text.equals("true"));
    }
    return JsonNodeFactory.instance.stringNode(text);
  }

  /** The JSON of a body; nothing when it is none. */
  static Optional<JsonNode> json(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.MAPPER.readTree(text));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  static boolean isJsonType(@Nullable String contentType) {
    return contentType != null && contentType.toLowerCase(Locale.ROOT).contains("json");
  }
}
