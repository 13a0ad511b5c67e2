package io.patchbay.importing;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How many segments all paths of an API have in common that belong to its base URL. */
final class BasePath {

  private static final Set<String> WORDS = Set.of("api", "rest", "apis");
  private static final int DEEPEST = 5;

  private BasePath() {}

  /** A version such as {@code v1} is the end of a base URL, and so is {@code api}. */
  static int length(List<List<String>> templates) {
    int common = common(templates);
    int length = 0;
    for (int i = 0; i < common; i++) {
      String segment = templates.getFirst().get(i).toLowerCase(Locale.ROOT);
      if (PathTemplates.isVersion(segment) || WORDS.contains(segment)) {
        length = i + 1;
      }
    }
    return length;
  }

  private static int common(List<List<String>> templates) {
    int common = DEEPEST;
    var first = templates.getFirst();
    for (var template : templates) {
      common = Math.min(common, template.size());
      for (int i = 0; i < common; i++) {
        if (!template.get(i).equals(first.get(i)) || template.get(i).startsWith("{")) {
          common = i;
        }
      }
    }
    return common;
  }
}
