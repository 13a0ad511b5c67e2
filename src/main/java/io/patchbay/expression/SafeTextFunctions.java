package io.patchbay.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The functions on texts, each in time and memory that its arguments cannot blow up. */
final class SafeTextFunctions {

  private SafeTextFunctions() {}

  static void addTo(Map<String, Function<JFunction, JFunction>> functions) {
    functions.put("pad", f -> SafeFunction.replaced(f, SafeTextFunctions::pad));
    functions.put("match", f -> SafeFunction.replaced(f, SafeTextFunctions::match));
    functions.put("contains", f -> SafeFunction.replaced(f, SafeTextFunctions::contains));
    functions.put("split", f -> SafeFunction.replaced(f, SafeTextFunctions::split));
    functions.put("replace", f -> SafeFunction.replaced(f, Replacing::replace));
    functions.put("join", f -> SafeFunction.guarded(f, SafeTextFunctions::checkJoin));
    functions.put("string", f -> SafeFunction.guarded(f, a -> a.meter().checkValue(a.get(0))));
  }

  private static @Nullable Object pad(Arguments arguments) {
    String text = arguments.text(0);
    Number width = arguments.number(1);
    if (text == null || width == null) {
      return text;
    }
    long wanted = Math.abs((long) width.doubleValue());
    arguments.meter().checkText(wanted);
    String filler = arguments.text(2);
    int missing = (int) wanted - text.codePointCount(0, text.length());
    if (missing <= 0) {
      return text;
    }
    String padding = repeated(filler == null || filler.isEmpty() ? " " : filler, missing);
    return width.doubleValue() < 0 ? padding + text : text + padding;
  }

  private static String repeated(String filler, int characters) {
    int length = filler.codePointCount(0, filler.length());
    String whole = filler.repeat(characters / length);
    return whole + filler.substring(0, filler.offsetByCodePoints(0, characters % length));
  }

  private static @Nullable Object match(Arguments arguments) {
    String text = arguments.text(0);
    if (text == null) {
      return null;
    }
    int limit = limit(arguments, 2, "D3040");
    var result = Utils.createSequence();
    var matches = regex(arguments.get(1), "$match").matches(text, arguments.meter());
    while (result.size() < limit && matches.nextWithText()) {
      var match = new LinkedHashMap<String, Object>();
      match.put("match", matches.text());
      match.put("index", matches.start());
      match.put("groups", matches.groups());
      result.add(match);
      arguments.meter().checkElements(result.size());
    }
    return result;
  }

  private static @Nullable Object contains(Arguments arguments) {
    String text = arguments.text(0);
    if (text == null || arguments.get(1) == null) {
      return null;
    }
    return arguments.get(1) instanceof String token
        ? text.contains(token)
        : regex(arguments.get(1), "$contains").matches(text, arguments.meter()).next();
  }

  private static @Nullable Object split(Arguments arguments) {
    String text = arguments.text(0);
    if (text == null) {
      return null;
    }
    int limit = limit(arguments, 2, "D3020");
    return arguments.get(1) instanceof String separator
        ? splitAtText(text, separator, limit, arguments.meter())
        : splitAtRegex(text, regex(arguments.get(1), "$split"), limit, arguments.meter());
  }

  private static List<String> splitAtText(String text, String separator, int limit, Meter meter) {
    var parts = new ArrayList<String>();
    int start = 0;
    while (parts.size() < limit) {
      int end =
          separator.isEmpty() ? Math.min(start + 1, text.length()) : text.indexOf(separator, start);
      boolean last = end < 0 || (separator.isEmpty() && end == text.length());
      if (separator.isEmpty() && text.isEmpty()) {
        break;
      }
      parts.add(text.substring(start, end < 0 ? text.length() : end));
      meter.checkElements(parts.size());
      if (last) {
        break;
      }
      start = end + separator.length();
    }
    return parts;
  }

  private static List<String> splitAtRegex(String text, SafeRegex regex, int limit, Meter meter) {
    var parts = new ArrayList<String>();
    var matches = regex.matches(text, meter);
    int start = 0;
    while (parts.size() < limit && matches.nextWithText()) {
      parts.add(text.substring(start, matches.start()));
      start = matches.end();
      meter.checkElements(parts.size());
    }
    if (parts.size() < limit) {
      parts.add(text.substring(start));
    }
    return parts;
  }

  private static void checkJoin(Arguments arguments) {
    String separator = arguments.text(1);
    long length = 0;
    if (arguments.get(0) instanceof List<?> texts) {
      for (Object text : texts) {
        length += text instanceof String part ? part.length() : 0;
        length += separator == null ? 0 : separator.length();
      }
    }
    arguments.meter().checkText(length);
  }

  static SafeRegex regex(@Nullable Object value, String function) {
    if (value instanceof SafeRegex regex) {
      return regex;
    }
    throw new LimitReached(
        "The second argument of %s must be a regular expression, for example /a+/i"
            .formatted(function));
  }

  static int limit(Arguments arguments, int index, String errorWhenNegative) {
    Object limit = arguments.get(index);
    if (limit == null) {
      return Integer.MAX_VALUE;
    }
    if (!(limit instanceof Number number)) {
      throw new LimitReached("Argument %d of this function must be a number".formatted(index + 1));
    }
    if (number.doubleValue() < 0) {
      throw new JException(errorWhenNegative, -1, number);
    }
    return (int) Math.min(number.doubleValue(), Integer.MAX_VALUE);
  }
}
