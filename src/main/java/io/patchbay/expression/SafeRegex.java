package io.patchbay.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.Fn0;
import com.dashjoin.jsonata.Jsonata.JFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of the source, which the evaluator sees as a function. It runs in linear
 * time on RE2/J; what RE2/J does not know (looking around, back references) runs on the JDK's
 * engine until the deadline.
 */
final class SafeRegex extends JFunction {

  /** RE2/J writes out counted repetitions; more than this is left to the JDK. */
  private static final long MAX_REPETITIONS = 1_000;

  private static final Pattern REPETITION = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

  private final Pattern pattern;
  private final com.google.re2j.@Nullable Pattern linear;

  private SafeRegex(Pattern pattern, com.google.re2j.@Nullable Pattern linear) {
    super(
        (input, args) ->
            args.getFirst() instanceof String text
                ? firstMatch(found(pattern, linear, text, Meter.current()))
                : null,
        "<s:o>");
    this.pattern = pattern;
    this.linear = linear;
  }

  static SafeRegex of(Pattern pattern) {
    return new SafeRegex(pattern, linear(pattern));
  }

  /** Whether it runs in linear time. */
  boolean isLinear() {
    return linear != null;
  }

  /** The places in the text where it matches, in order. */
  Matches matches(String text, Meter meter) {
    return found(pattern, linear, text, meter);
  }

  private static Matches found(
      Pattern pattern, com.google.re2j.@Nullable Pattern linear, String text, Meter meter) {
    var guarded = new DeadlineText(text, meter);
    return linear == null
        ? Matches.of(pattern.matcher(guarded))
        : Matches.of(linear.matcher(guarded));
  }

  private static com.google.re2j.@Nullable Pattern linear(Pattern pattern) {
    if (repetitions(pattern.pattern()) > MAX_REPETITIONS) {
      return null;
    }
    int flags = 0;
    if ((pattern.flags() & Pattern.CASE_INSENSITIVE) != 0) {
      flags |= com.google.re2j.Pattern.CASE_INSENSITIVE;
    }
    if ((pattern.flags() & Pattern.MULTILINE) != 0) {
      flags |= com.google.re2j.Pattern.MULTILINE;
    }
    try {
      return com.google.re2j.Pattern.compile(pattern.pattern(), flags);
    } catch (com.google.re2j.PatternSyntaxException e) {
      return null;
    }
  }

  private static long repetitions(String pattern) {
    long product = 1;
    var matcher = REPETITION.matcher(pattern);
    while (matcher.find() && product <= MAX_REPETITIONS) {
      String upper = matcher.group(2);
      String count = upper == null || upper.isEmpty() ? matcher.group(1) : upper;
      product *= Math.max(1, Long.parseLong(count));
    }
    return product;
  }

  /** What a call of a regular expression returns: the first match, with a way to the next. */
  private static @Nullable Map<String, Object> firstMatch(Matches matches) {
    if (!matches.next()) {
      return null;
    }
    if (matches.end() == matches.start()) {
      throw new JException("D1004", -1);
    }
    Fn0<@Nullable Map<String, Object>> next = () -> firstMatch(matches);
    var match = new LinkedHashMap<String, Object>();
    match.put("match", matches.text());
    match.put("start", matches.start());
    match.put("end", matches.end());
    match.put("groups", List.of(matches.text()));
    match.put("next", next);
    return match;
  }
}
