package io.patchbay.http;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

/** Questions about a Content-Type. */
final class MediaType {

  private MediaType() {}

  /** Type and subtype in lower case, without parameters. */
  static String of(String contentType) {
    var end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  static boolean isJson(String contentType) {
    var type = of(contentType);
    return type.equals("application/json") || type.endsWith("+json") || type.equals("text/json");
  }

  /** Whether the body is characters; JSON is, too. */
  static boolean isText(String contentType) {
    var type = of(contentType);
    return type.startsWith("text/")
        || isJson(type)
        || type.endsWith("+xml")
        || type.endsWith("+yaml")
        || switch (type) {
          case "application/xml",
              "application/yaml",
              "application/x-yaml",
              "application/x-ndjson",
              "application/jsonl",
              "application/javascript",
              "application/graphql",
              "application/sql",
              "application/x-www-form-urlencoded" ->
              true;
          default -> false;
        };
  }

  /** The charset parameter; empty when there is none, or none that Java knows. */
  static Optional<Charset> charset(String contentType) {
    for (var parameter : contentType.split(";")) {
      var text = parameter.strip();
      if (text.regionMatches(true, 0, "charset=", 0, 8)) {
        try {
          return Optional.of(Charset.forName(text.substring(8).replace("\"", "").strip()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
