package io.patchbay.importing;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Texts of a collection, which may be written in several ways. */
final class PostmanText {

  private PostmanText() {}

  /** A text, a number or a truth value as text. */
  static String of(JsonNode node, String otherwise) {
    if (node.isString() || node.isNumber() || node.isBoolean()) {
      return node.asString();
    }
    return otherwise;
  }

  /** A description: text, or an object with content. */
  static @Nullable String description(JsonNode node) {
    String text = node.isObject() ? of(node.path("content"), "") : of(node, "");
    return text.isBlank() ? null : text.strip();
  }

  /** An entry of a list: a header, a query parameter, a field of a form. */
  static Field field(JsonNode entry) {
    boolean off = entry.path("disabled").asBoolean(false) || !entry.path("enabled").asBoolean(true);
    return new Field(
        of(entry.path("key"), ""),
        entry.path("value").isNull() ? null : of(entry.path("value"), ""),
        description(entry.path("description")),
        off);
  }
}
