package io.patchbay.expression;

import com.dashjoin.jsonata.JException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The function {@code $replace}: with a text or a regular expression, by a text or a function. */
final class Replacing {

  private Replacing() {}

  static @Nullable Object replace(Arguments arguments) {
    String text = arguments.text(0);
    if (text == null) {
      return null;
    }
    int limit = SafeTextFunctions.limit(arguments, 3, "D3011");
    if (arguments.get(1) instanceof String token) {
      return replaceText(text, token, arguments, limit);
    }
    return replaceMatches(
        text, SafeTextFunctions.regex(arguments.get(1), "$replace"), arguments, limit);
  }

  private static String replaceText(String text, String token, Arguments arguments, int limit) {
    if (token.isEmpty()) {
      throw new JException("D3010", -1);
    }
    String replacement = arguments.text(2);
    if (replacement == null) {
      throw new JException("D3012", -1);
    }
    var result = new StringBuilder();
    int start = 0;
    for (int i = 0; i < limit; i++) {
      int found = text.indexOf(token, start);
      if (found < 0) {
        break;
      }
      result.append(text, start, found).append(replacement);
      start = found + token.length();
      checkGrowth(result, arguments);
    }
    return result.append(text, start, text.length()).toString();
  }

  private static String replaceMatches(
      String text, SafeRegex regex, Arguments arguments, int limit) {
    Function<Matches, String> replacement = replacement(arguments.get(2));
    var result = new StringBuilder();
    var matches = regex.matches(text, arguments.meter());
    int start = 0;
    for (int i = 0; i < limit && matches.nextWithText(); i++) {
      result.append(text, start, matches.start()).append(replacement.apply(matches));
      start = matches.end();
      checkGrowth(result, arguments);
    }
    return result.append(text, start, text.length()).toString();
  }

  private static void checkGrowth(StringBuilder result, Arguments arguments) {
    arguments.meter().tick();
    arguments.meter().checkText(result.length());
  }

  private static Function<Matches, String> replacement(@Nullable Object replacement) {
    return replacement instanceof String text
        ? matches -> filledIn(text, matches)
        : matches -> called(replacement, matches);
  }

  /** The text with {@code $1} and the like filled in; {@code $$} is a dollar sign. */
  private static String filledIn(String replacement, Matches matches) {
    var result = new StringBuilder();
    int at = 0;
    while (at < replacement.length()) {
      char c = replacement.charAt(at++);
      if (c != '$' || at == replacement.length()) {
        result.append(c);
      } else if (replacement.charAt(at) == '$') {
        result.append('$');
        at++;
      } else {
        at = appendGroup(replacement, at, matches, result);
      }
    }
    return result.toString();
  }

  private static int appendGroup(String replacement, int at, Matches matches, StringBuilder out) {
    int digits = digits(replacement, at, String.valueOf(matches.groupCount()).length());
    if (digits == 0) {
      out.append('$');
      return at;
    }
    int index = Integer.parseInt(replacement.substring(at, at + digits));
    if (digits > 1 && index > matches.groupCount()) {
      digits--;
      index = Integer.parseInt(replacement.substring(at, at + digits));
    }
    String group = index <= matches.groupCount() ? matches.group(index) : null;
    out.append(group == null ? "" : group);
    return at + digits;
  }

  private static int digits(String text, int from, int most) {
    int count = 0;
    while (count < most && from + count < text.length() && isDigit(text.charAt(from + count))) {
      count++;
    }
    return count;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String called(@Nullable Object function, Matches matches) {
    var groups = new ArrayList<@Nullable String>();
    groups.add(matches.text());
    groups.addAll(matches.groups());
    var match = new LinkedHashMap<String, Object>();
    match.put("match", matches.text());
    match.put("start", matches.start());
    match.put("end", matches.end());
    match.put("groups", groups);
    if (Calls.apply(function, List.of(match)) instanceof String text) {
      return text;
    }
    throw new JException("D3012", -1);
  }
}
