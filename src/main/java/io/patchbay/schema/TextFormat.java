package io.patchbay.schema;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The formats of JSON Schema that are told from samples, with a plausible example of each. */
enum TextFormat {
  DATE_TIME("date-time", "2026-01-31T12:00:00Z"),
  DATE("date", "2026-01-31"),
  TIME("time", "12:00:00Z"),
  UUID("uuid", "3f2a9c1e-5b7d-4e8f-9a0b-1c2d3e4f5a6b"),
  EMAIL("email", "ann@example.com"),
  URI("uri", "https://example.com/");

  private static final int LONGEST = 2_000;
  private static final Pattern UUID_PATTERN =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern EMAIL_PATTERN =
      Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(\\.[\\w-]{1,63}){1,8}");

  private final String word;
  private final String example;

  TextFormat(String word, String example) {
    this.word = word;
    this.example = example;
  }

  String word() {
    return word;
  }

  String example() {
    return example;
  }

  /** Whether the text is written in this format. */
  boolean matches(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return false;
    }
    return switch (this) {
      case DATE_TIME -> isDateTime(text);
      case DATE -> isDate(text);
      case TIME -> isTime(text);
      case UUID -> isUuid(text);
      case EMAIL -> isEmail(text);
      case URI -> isUri(text);
    };
  }

  static Optional<TextFormat> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
  }

  private static boolean isDateTime(String text) {
    if (text.length() < 17 || text.charAt(4) != '-' || "Tt ".indexOf(text.charAt(10)) < 0) {
      return false;
    }
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isDate(String text) {
    if (text.length() != 10 || text.charAt(4) != '-') {
      return false;
    }
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** RFC 3339 wants an offset; without one it is no time for JSON Schema. */
  private static boolean isTime(String text) {
    if (text.length() < 9 || text.charAt(2) != ':' || text.charAt(5) != ':') {
      return false;
    }
    try {
      OffsetTime.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isUuid(String text) {
    return UUID_PATTERN.matcher(text).matches();
  }

  private static boolean isEmail(String text) {
    return text.length() <= 254 && EMAIL_PATTERN.matcher(text).matches();
  }

  private static boolean isUri(String text) {
    if (!text.contains("://")) {
      return false;
    }
    try {
      var uri = new URI(text);
      return uri.isAbsolute() && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
