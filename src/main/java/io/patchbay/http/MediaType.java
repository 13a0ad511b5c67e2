package io.patchbay.http;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Questions about a Content-Type. */
final class MediaType {

  private static final Pattern VALID =
      Pattern.compile(
          "[!#$%&'+.^_`|~0-9A-Za-z-]+/[!#$%&'+.^_`|~0-9A-Za-z-]+(\\s*;[\\x20-\\x7e]*)?");

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
        || isXml(type)
        || isJsonLines(type)
        || isYaml(type)
        || switch (type) {
          case "application/javascript",
              "application/graphql",
              "application/sql",
              "application/x-www-form-urlencoded" ->
              true;
          default -> false;
        };
  }

  static boolean isXml(String contentType) {
    var type = of(contentType);
    return type.equals("application/xml") || type.equals("text/xml") || type.endsWith("+xml");
  }

  static boolean isYaml(String contentType) {
    var type = of(contentType);
    return type.endsWith("/yaml") || type.endsWith("/x-yaml") || type.endsWith("+yaml");
  }

  /** Whether each line is a JSON document of its own. */
  static boolean isJsonLines(String contentType) {
    return switch (of(contentType)) {
      case "application/x-ndjson",
          "application/ndjson",
          "application/jsonl",
          "application/x-jsonl",
          "application/jsonlines",
          "application/x-jsonlines" ->
          true;
      default -> false;
    };
  }

  /** Whether it stands for many types, which nothing can be sent as. */
  static boolean isRange(String contentType) {
    return contentType.indexOf('*') >= 0;
  }

  /** Whether it may stand in a header: a type and a subtype, perhaps parameters, on one line. */
  static boolean isValid(String contentType) {
    return VALID.matcher(contentType).matches();
  }

  /** The charset parameter as it is written. */
  static Optional<String> charsetName(String contentType) {
    for (var parameter : contentType.split(";")) {
      var text = parameter.strip();
      if (text.regionMatches(true, 0, "charset=", 0, 8)) {
        var name = text.substring(8).replace("\"", "").strip();
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** The charset of that name; empty when Java knows none. */
  static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return Optional.empty();
    }
  }
}
