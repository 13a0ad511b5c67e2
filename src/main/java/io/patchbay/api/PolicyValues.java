package io.patchbay.api;

import io.patchbay.common.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values that policies say, one by one. */
final class PolicyValues {

  private PolicyValues() {}

  /** By name, as {@code name value}; what is not said is not there. */
  static Map<String, String> of(Policies policies) {
    var values = new LinkedHashMap<String, String>();
    Json.toTree(policies)
        .properties()
        .forEach(field ->
            values.put(field.getKey(), "%s %s".formatted(field.getKey(), field.getValue())));
    return values;
  }
}
