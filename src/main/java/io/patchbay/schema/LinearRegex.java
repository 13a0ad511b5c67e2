package io.patchbay.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;

/**
 * The patterns of schemas, in linear time. A pattern that cannot be run so (looking around, back
 * references, large repetitions) is not checked.
 */
final class LinearRegex {

  private static final int LONGEST = 2_000;
  private static final java.util.regex.Pattern LARGE_REPETITION =
      java.util.regex.Pattern.compile("\\{\\d*,?\\d{3,}");

  private LinearRegex() {}

  static RegularExpression compile(String pattern) {
    if (pattern.length() > LONGEST || LARGE_REPETITION.matcher(pattern).find()) {
      return _ -> true;
    }
    try {
      var compiled = Pattern.compile(pattern);
      return text -> compiled.matcher(text).find();
    } catch (PatternSyntaxException e) {
      return _ -> true;
    }
  }
}
