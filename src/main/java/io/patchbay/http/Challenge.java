package io.patchbay.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One challenge of a {@code WWW-Authenticate} header, RFC 9110 section 11.6.1.
 *
 * @param scheme in lower case
 * @param parameters by lower-case name, unquoted
 */
record Challenge(String scheme, Map<String, String> parameters) {

  /**
   * All challenges of a header, or of several joined by commas; what makes no sense is left out.
   */
  static List<Challenge> parse(@Nullable String header) {
    return header == null ? List.of() : new Parser(header).parse();
  }

  @Nullable String get(String name) {
    return parameters.get(name);
  }

  /** Reads the list, whose commas part both challenges and parameters. */
  private static final class Parser {

    private final String text;
    private final List<Challenge> found = new ArrayList<>();
    private int at;

    Parser(String text) {
      this.text = text;
    }

    List<Challenge> parse() {
      while (skip(" \t,")) {
        var start = at;
        var word = token();
        if (word.isEmpty()) {
          at++;
          continue;
        }
        skip(" \t");
        if (is('=') && !found.isEmpty()) {
          at++;
          skip(" \t");
          var value = is('"') ? quoted() : token();
          found.getLast().parameters().putIfAbsent(word.toLowerCase(Locale.ROOT), value);
        } else if (start == 0 || isApart(start)) {
          found.add(new Challenge(word.toLowerCase(Locale.ROOT), new LinkedHashMap<>()));
        }
      }
      return found;
    }

    /** A scheme comes first, or after a comma. */
    private boolean isApart(int start) {
      var before = text.substring(0, start).stripTrailing();
      return before.isEmpty() || before.endsWith(",");
    }

    private boolean skip(String these) {
      while (at < text.length() && these.indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      return at < text.length();
    }

    private boolean is(char c) {
      return at < text.length() && text.charAt(at) == c;
    }

    private String token() {
      var start = at;
      while (at < text.length() && " \t,=\"".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(start, at);
    }

    private String quoted() {
      var value = new StringBuilder();
      for (at++; at < text.length() && !is('"'); at++) {
        if (is('\\') && at + 1 < text.length()) {
          at++;
        }
        value.append(text.charAt(at));
      }
      at++;
      return value.toString();
    }
  }
}
