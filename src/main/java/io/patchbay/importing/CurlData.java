package io.patchbay.importing;

import io.patchbay.common.InvalidException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Puts a body together of {@code -d}, {@code --data-urlencode}, {@code --json} and the like. */
final class CurlData {

  private static final String UNRESERVED = "-._~";

  private final @Nullable String input;
  private final StringBuilder text = new StringBuilder();
  private boolean given;
  private boolean json;

  /**
   * @param input what {@code @-} stands for, where the script says so
   */
  CurlData(@Nullable String input) {
    this.input = input;
  }

  boolean isGiven() {
    return given;
  }

  boolean isJson() {
    return json;
  }

  String text() {
    return text.toString();
  }

  /**
   * @param mayBeFile whether {@code @} begins the name of a file
   * @param withoutLines whether line breaks of a file are dropped
   */
  void add(String value, boolean mayBeFile, boolean withoutLines) {
    if (mayBeFile && value.startsWith("@")) {
      String read = file(value.substring(1));
      append(withoutLines ? read.replaceAll("[\\r\\n]", "") : read, "&");
    } else {
      append(value, "&");
    }
  }

  void addJson(String value) {
    json = true;
    append(value.startsWith("@") ? file(value.substring(1)) : value, "");
  }

  void addEncoded(String value) {
    append(encodedPair(value), "&");
  }

  private String encodedPair(String value) {
    int equals = value.indexOf('=');
    int at = equals >= 0 ? equals : value.indexOf('@');
    if (at < 0) {
      return encoded(value);
    }
    String content = value.substring(at + 1);
    String known = value.charAt(at) == '@' ? file(content) : content;
    return (at == 0 ? "" : value.substring(0, at) + "=") + encoded(known);
  }

  /** The piece of query that {@code --url-query} makes. */
  static String query(String value) {
    return value.startsWith("+") ? value.substring(1) : new CurlData(null).encodedPair(value);
  }

  private void append(String value, String separator) {
    if (given) {
      text.append(separator);
    }
    text.append(value);
    given = true;
  }

  private String file(String name) {
    if (name.equals("-") && input != null) {
      return input;
    }
    throw new InvalidException(
        "",
        name.equals("-")
            ? "The body comes from standard input (@-), which is not known; write the body into the"
                + " command."
            : "The body is in the file %s, which is not read here; write its content in place of @%s."
                .formatted(name, name));
  }

  /** As curl escapes, with a plus for a space. */
  private static String encoded(String value) {
    var out = new StringBuilder();
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
        out.append(c);
      } else if (c == ' ') {
        out.append('+');
      } else {
        out.append(String.format("%%%02X", (int) c));
      }
    }
    return out.toString();
  }
}
