package io.patchbay.ui.apis;

import io.patchbay.common.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The types of a JSON Schema as fields offer them, and values of a type as people write them. */
final class SchemaTypes {

  static final String STRING = "string";
  static final String ANY = "any";

  /** What can be chosen. */
  static final List<String> ALL =
      List.of(STRING, "integer", "number", "boolean", "array", "object", ANY);

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SchemaTypes() {}

  /** The type that a schema says; text where there is no schema. */
  static String of(@Nullable JsonNode schema) {
    if (schema == null) {
      return STRING;
    }
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (!one.asString("").equals("null")) {
          return one.asString("");
        }
      }
    }
    String name = type.asString("");
    return ALL.contains(name) ? name : ANY;
  }

  /** The schema with another type; what else it says stays where it still fits. */
  static JsonNode set(@Nullable JsonNode schema, String type) {
    ObjectNode changed =
        schema instanceof ObjectNode object ? object.deepCopy() : NODES.objectNode();
    if (type.equals(ANY)) {
      changed.remove("type");
    } else {
      changed.put("type", type);
    }
    if (!type.equals("object")) {
      changed.remove(List.of("properties", "required"));
    }
    if (!type.equals("array")) {
      changed.remove("items");
    }
    return changed;
  }

  /** How people write a value: text without quotes, everything else as JSON. */
  static String text(@Nullable JsonNode value) {
    if (value == null) {
      return "";
    }
    return value.isString() ? value.stringValue() : Json.write(value);
  }

  /**
   * What people wrote, as a value of that type where it can be one; absent when they wrote none.
   */
  static @Nullable JsonNode value(String type, String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return switch (type) {
        case STRING -> NODES.stringNode(text);
        case "integer" -> NODES.numberNode(new BigInteger(text));
        case "number" -> NODES.numberNode(new BigDecimal(text));
        case "boolean" ->
            text.equals("true") || text.equals("false")
                ? NODES.booleanNode(text.equals("true"))
                : NODES.stringNode(text);
        default -> Json.MAPPER.readTree(text);
      };
    } catch (NumberFormatException | JacksonException e) {
      return NODES.stringNode(text);
    }
  }
}
