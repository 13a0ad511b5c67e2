package io.patchbay.expression;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain values where yes or no is asked for. */
public final class Truth {

  private Truth() {}

  /** As JSONata's {@code $boolean} has it; nothing means no. */
  public static boolean of(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Boolean truth -> truth;
      case String text -> !text.isEmpty();
      case BigDecimal number -> number.signum() != 0;
      case Number number -> number.doubleValue() != 0;
      case Map<?, ?> object -> !object.isEmpty();
      case Collection<?> array -> array.stream().anyMatch(Truth::of);
      default -> false;
    };
  }
}
