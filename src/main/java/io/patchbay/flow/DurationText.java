package io.patchbay.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads how long: {@code 500ms}, {@code 90s}, {@code 15m}, {@code 2h}, {@code 3d}, {@code 1h 30m},
 * ISO 8601 ({@code PT90S}, {@code P3D}), or a number of seconds.
 */
public final class DurationText {

  private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|m|h|d)");
  private static final Pattern PARTS = Pattern.compile("(?:" + PART.pattern() + "\\s*)+");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  private DurationText() {}

  /**
   * Reads it.
   *
   * @throws DateTimeException with a sentence for people when it is none
   */
  public static Duration parse(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    try {
      if (NUMBER.matcher(lower).matches()) {
        return seconds(lower, 1_000);
      }
      if (lower.startsWith("p")) {
        return Duration.parse(lower);
      }
      if (PARTS.matcher(lower).matches()) {
        return sum(lower);
      }
    } catch (DateTimeException | ArithmeticException e) {
      throw unreadable(text, e);
    }
    throw unreadable(text, null);
  }

  private static Duration sum(String text) {
    var sum = Duration.ZERO;
    var parts = PART.matcher(text);
    while (parts.find()) {
      sum = sum.plus(seconds(parts.group(1), millisOf(parts.group(2))));
    }
    return sum;
  }

  private static Duration seconds(String number, long millis) {
    return Duration.ofMillis(
        new BigDecimal(number)
            .multiply(BigDecimal.valueOf(millis))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact());
  }

  private static long millisOf(String unit) {
    return switch (unit) {
      case "ms" -> 1;
      case "s" -> 1_000;
      case "m" -> 60_000;
      case "h" -> 3_600_000;
      default -> 86_400_000;
    };
  }

  private static DateTimeException unreadable(String text, @Nullable Throwable cause) {
    return new DateTimeException(
        "'%s' is no length of time; write it as 90s, 15m, 2h or 3d.".formatted(text), cause);
  }
}
