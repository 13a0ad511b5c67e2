package io.patchbay.api;

import io.patchbay.common.InvalidException.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what is wrong with variables before they are kept. */
final class Variables {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");
  private static final int LONGEST_VALUE = 4096;
  private static final int MOST = 500;

  private Variables() {}

  /**
   * All problems.
   *
   * @param known names that are right although expressions cannot say them without quotes
   */
  static List<Problem> problems(String where, Map<String, String> variables, Set<String> known) {
    var problems = new ArrayList<Problem>();
    if (variables.size() > MOST) {
      problems.add(new Problem(where, "These are more than %d variables.".formatted(MOST)));
    }
    variables.forEach((name, value) -> {
      if (!NAME.matcher(name).matches() && !known.contains(name)) {
        problems.add(
            new Problem(
                where + "." + name,
                "'%s' is no name of a variable: a letter or '_', then letters, digits and '_', 64 at most."
                    .formatted(name)));
      }
      if (value == null) {
        problems.add(new Problem(where + "." + name, "Give a text, or leave the variable out."));
      } else if (value.getBytes(StandardCharsets.UTF_8).length > LONGEST_VALUE) {
        problems.add(new Problem(where + "." + name, "A value has 4 kB (4096 bytes) at most."));
      }
    });
    return problems;
  }
}
