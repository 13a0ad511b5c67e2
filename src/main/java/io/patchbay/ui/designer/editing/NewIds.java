package io.patchbay.ui.designer.editing;

import io.patchbay.flow.Flow;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Ids for new steps, in camel case: {@code getOrder}, {@code getOrder2}. */
public final class NewIds {

  private static final Pattern VALID = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^A-Za-z0-9]+");
  private static final int LONGEST = 40;

  private NewIds() {}

  /** An id that the flow does not have yet, after a name of any kind. */
  public static String after(String name, Flow flow) {
    return after(name, new HashSet<>(flow.ids()));
  }

  /** An id that is not taken yet, after a name of any kind. */
  public static String after(String name, Collection<String> taken) {
    String base = camel(name);
    Set<String> all = new HashSet<>(taken);
    String id = base;
    for (int number = 2; all.contains(id); number++) {
      id = base + number;
    }
    return id;
  }

  /** Whether this can be the id of a step. */
  public static boolean isValid(String id) {
    return VALID.matcher(id).matches();
  }

  private static String camel(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    var id = new StringBuilder();
    for (String word : BETWEEN.split(plain, -1)) {
      if (word.isEmpty()) {
        continue;
      }
      String first = word.substring(0, 1);
      id.append(id.isEmpty() ? first.toLowerCase(Locale.ROOT) : first.toUpperCase(Locale.ROOT))
          .append(word.substring(1));
    }
    if (id.isEmpty() || Character.isDigit(id.charAt(0))) {
      id.insert(0, "step");
    }
    return id.length() > LONGEST ? id.substring(0, LONGEST) : id.toString();
  }
}
