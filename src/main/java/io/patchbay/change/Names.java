package io.patchbay.change;

import java.util.Set;

/** Finds names that nobody has yet. */
final class Names {

  private Names() {}

  /** The name itself, or with the first number that makes it free. */
  static String free(String wanted, Set<String> taken) {
    String name = wanted;
    for (int i = 2; taken.contains(name); i++) {
      name = wanted + i;
    }
    return name;
  }
}
