package io.patchbay.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request header to send.
 *
 * @param key the name in lower case
 * @param origin where it comes from, as in {@link SentRequest.Header}
 * @param secret whether its value is masked when shown
 */
record HeaderLine(String name, String key, String value, @Nullable String origin, boolean secret) {

  /**
   * Checks and takes a header.
   *
   * @throws CallRefused when it would break out of its line, or cannot be sent as it is
   */
  static HeaderLine of(String name, String value, @Nullable String origin, boolean secret) {
    var key = name.toLowerCase(Locale.ROOT);
    requireName(name, key);
    requireValue(name, value);
    return new HeaderLine(name, key, value, origin, secret || isSecretName(key));
  }

  private static boolean isSecretName(String key) {
    return switch (key) {
      case "authorization", "proxy-authorization", "cookie" -> true;
      default -> false;
    };
  }

  private static void requireName(String name, String key) {
    var isToken = !name.isEmpty();
    for (int i = 0; i < name.length() && isToken; i++) {
      var c = name.charAt(i);
      isToken = c > ' ' && c < 0x7f && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
    }
    if (!isToken) {
      throw CallRefused.configuration("'%s' cannot be the name of a header.".formatted(name));
    }
    switch (key) {
      case "content-length",
          "transfer-encoding",
          "connection",
          "upgrade",
          "te",
          "trailer",
          "expect",
          "keep-alive",
          "proxy-connection" ->
          throw CallRefused.configuration(
              "The header %s belongs to the connection and cannot be set.".formatted(name));
      default -> {}
    }
  }

  private static void requireValue(String name, String value) {
    for (int i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        throw CallRefused.configuration(
            "The value of header %s holds a line break or another control character."
                .formatted(name));
      }
      if (c > 0xff) {
        throw CallRefused.configuration(
            "The value of header %s holds a character beyond Latin-1, which a header cannot carry; encode it first."
                .formatted(name));
      }
    }
  }
}
