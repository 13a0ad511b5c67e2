package io.patchbay.http;

import io.patchbay.common.Json;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Plain values as text. */
final class Scalars {

  private Scalars() {}

  /** A number without exponent, null as nothing, a list or an object as JSON. */
  static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> text;
      case BigDecimal number -> number.toPlainString();
      case Number number -> number.toString();
      case Boolean bool -> bool.toString();
      default -> Json.write(value);
    };
  }
}
