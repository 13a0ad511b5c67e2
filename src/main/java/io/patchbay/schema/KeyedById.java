package io.patchbay.schema;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells an object that is a map, from keys that are data, from one with named fields. */
final class KeyedById {

  private static final int FEWEST_IDS = 3;
  private static final int FEWEST_ALIKE = 20;
  private static final Pattern ID =
      Pattern.compile(
          "\\d{1,40}"
              + "|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
              + "|(?=[a-fA-F]*\\d)[0-9a-fA-F]{8,128}"
              + "|\\d{4}-\\d{2}(-\\d{2}([T ].{1,40})?)?"
              + "|[A-Za-z]{1,12}[_-](?=([A-Za-z]*\\d){2})[A-Za-z0-9]{4,64}"
              + "|(?=([A-Za-z_-]*\\d){4})(?=\\d*[A-Za-z])[A-Za-z0-9_-]{16,128}");
  private static final Pattern CODE = Pattern.compile("[A-Z]{2,4}");

  private KeyedById() {}

  /** Whether the keys are data and the values are of a kind. */
  static boolean isMap(Map<String, Shape> fields) {
    Set<String> keys = fields.keySet();
    if (keys.size() < FEWEST_IDS || !areOfOneKind(fields.values())) {
      return false;
    }
    if (all(keys, ID)) {
      return true;
    }
    return keys.size() >= FEWEST_ALIKE && (all(keys, CODE) || haveSameFields(fields.values()));
  }

  private static boolean all(Set<String> keys, Pattern pattern) {
    return keys.stream().allMatch(key -> pattern.matcher(key).matches());
  }

  private static boolean areOfOneKind(Collection<Shape> values) {
    return values.stream()
            .flatMap(shape -> shape.kinds().stream())
            .map(KeyedById::family)
            .distinct()
            .count()
        <= 1;
  }

  private static Kind family(Kind kind) {
    return kind == Kind.INTEGER ? Kind.NUMBER : kind;
  }

  private static boolean haveSameFields(Collection<Shape> values) {
    Set<String> first = values.iterator().next().fieldNames();
    return first.size() > 1 && values.stream().allMatch(shape -> shape.fieldNames().equals(first));
  }
}
