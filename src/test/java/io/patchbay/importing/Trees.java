package io.patchbay.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Compares trees and says where they differ, as whole definitions are too long to read. */
final class Trees {

  private Trees() {}

  /** Each place where the trees differ, with both values. */
  static List<String> differences(JsonNode expected, JsonNode actual) {
    List<String> differences = new ArrayList<>();
    compare("", expected, actual, differences);
    return differences;
  }

  private static void compare(String at, JsonNode expected, JsonNode actual, List<String> into) {
    if (expected.isObject() && actual.isObject()) {
      var names = new TreeSet<>(expected.propertyNames());
      names.addAll(actual.propertyNames());
      for (String name : names) {
        compare(at + "/" + name, expected.path(name), actual.path(name), into);
      }
    } else if (expected.isArray() && actual.isArray()) {
      for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
        compare(at + "/" + i, expected.path(i), actual.path(i), into);
      }
    } else if (!expected.equals(actual)) {
      into.add("%s: expected %s, was %s".formatted(at, shown(expected), shown(actual)));
    }
  }

  private static String shown(JsonNode node) {
    String text = node instanceof MissingNode ? "nothing" : node.toString();
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }
}
