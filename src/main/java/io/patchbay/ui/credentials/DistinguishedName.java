package io.patchbay.ui.credentials;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows the name of a certificate's owner or issuer as people call it. */
final class DistinguishedName {

  private static final Pattern COMMON_NAME =
      Pattern.compile("(?:^|,)\\s*CN=(\"(?:[^\"\\\\]|\\\\.)*\"|(?:[^,\\\\]|\\\\.)*)");

  private DistinguishedName() {}

  /** The common name in it, or all of it where there is none. */
  static String commonName(String name) {
    Matcher matcher = COMMON_NAME.matcher(name);
    if (!matcher.find()) {
      return name;
    }
    String value = matcher.group(1).strip();
    return value.startsWith("\"") && value.endsWith("\"") && value.length() > 1
        ? value.substring(1, value.length() - 1)
        : value;
  }
}
