package io.patchbay.schema;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The types of JSON Schema, in the order in which several are listed. */
enum Kind {
  STRING("text"),
  INTEGER("a whole number"),
  NUMBER("a number"),
  BOOLEAN("true or false"),
  ARRAY("a list"),
  OBJECT("an object"),
  NULL("nothing (null)");

  private final String spoken;

  Kind(String spoken) {
    this.spoken = spoken;
  }

  /** As it stands in a schema. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As it stands in a sentence. */
  String spoken() {
    return spoken;
  }

  static Kind of(JsonNode value) {
    if (value.isString()) {
      return STRING;
    }
    if (value.isNumber()) {
      return value.isIntegralNumber() ? INTEGER : NUMBER;
    }
    if (value.isBoolean()) {
      return BOOLEAN;
    }
    if (value.isArray()) {
      return ARRAY;
    }
    return value.isObject() ? OBJECT : NULL;
  }
}
