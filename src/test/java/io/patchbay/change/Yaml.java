package io.patchbay.change;

import io.patchbay.common.Json;

/** Documents of tests in short YAML. */
final class Yaml {

  private Yaml() {}

  /** Reads it as YAML, also where its first brace looks like JSON. */
  static <T> T read(String yaml, Class<T> type) {
    return Json.readDocument("#\n" + yaml, type);
  }
}
