package io.patchbay.ui.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says what a JSON Schema allows in a few words, for example {@code array of Pet}. */
final class SchemaWords {

  private static final String REFERENCE = "#/schemas/";
  private static final int FEW = 4;
  private static final int LONGEST = 48;
  private static final int DEEPEST = 4;

  private SchemaWords() {}

  /** The schema in words; empty for none. */
  static String of(@Nullable JsonNode schema) {
    return schema == null ? "" : words(schema, 0);
  }

  /** The shared schema that a schema is, by its name; empty where it is none. */
  static String reference(JsonNode schema) {
    String ref = schema.path("$ref").asString("");
    return ref.startsWith(REFERENCE) ? ref.substring(REFERENCE.length()) : "";
  }

  private static String words(JsonNode schema, int depth) {
    if (schema.isBoolean()) {
      return schema.booleanValue() ? "anything" : "nothing";
    }
    String name = reference(schema);
    if (!name.isEmpty()) {
      return name;
    }
    if (depth > DEEPEST) {
      return "…";
    }
    if (schema.path("enum").isArray()) {
      return values(schema.path("enum"));
    }
    if (schema.has("const")) {
      return "always " + value(schema.path("const"));
    }
    for (String key : List.of("oneOf", "anyOf")) {
      if (schema.path(key).isArray()) {
        return either(schema.path(key), depth);
      }
    }
    if (schema.path("allOf").isArray() && !schema.has("properties")) {
      return all(schema.path("allOf"), depth);
    }
    return typed(schema, depth);
  }

  private static String typed(JsonNode schema, int depth) {
    List<String> types = types(schema);
    String all =
        types.stream().map(type -> type(schema, type, depth)).collect(Collectors.joining(" or "));
    return all.isEmpty() ? untyped(schema) : all;
  }

  private static String type(JsonNode schema, String type, int depth) {
    return switch (type) {
      case "array" ->
          schema.has("items")
              ? "array of " + words(schema.path("items"), depth + 1)
              : "array of anything";
      case "object" -> object(schema, depth);
      case "string", "integer", "number" -> {
        String format = schema.path("format").asString("");
        yield format.isEmpty() ? type : type + " " + format;
      }
      default -> type;
    };
  }

  private static String object(JsonNode schema, int depth) {
    int fields = schema.path("properties").size();
    if (fields > 0) {
      return fields == 1 ? "object, 1 field" : "object, %d fields".formatted(fields);
    }
    JsonNode others = schema.path("additionalProperties");
    return others.isObject() && !others.isEmpty() ? "map of " + words(others, depth + 1) : "object";
  }

  private static String untyped(JsonNode schema) {
    int fields = schema.path("properties").size();
    return fields > 0 ? "object, %d fields".formatted(fields) : "anything";
  }

  private static List<String> types(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isString()) {
      return List.of(type.stringValue());
    }
    var types = new ArrayList<String>();
    type.forEach(one -> types.add(one.asString("")));
    return types;
  }

  private static String values(JsonNode values) {
    var few = new ArrayList<String>();
    values.forEach(one -> few.add(value(one)));
    String all = String.join(", ", few);
    return few.size() <= FEW && all.length() <= LONGEST
        ? few.size() == 1 ? "always " + all : all.replaceFirst(", ([^,]*)$", " or $1")
        : "enum of " + few.size();
  }

  private static String value(JsonNode value) {
    return value.isString() ? value.stringValue() : value.toString();
  }

  private static String either(JsonNode choices, int depth) {
    var names = new ArrayList<String>();
    choices.forEach(choice -> names.add(words(choice, depth + 1)));
    String all = names.stream().distinct().collect(Collectors.joining(" or "));
    return names.size() <= FEW && all.length() <= 2 * LONGEST ? all : "one of " + names.size();
  }

  private static String all(JsonNode parts, int depth) {
    if (parts.size() == 1) {
      return words(parts.get(0), depth + 1);
    }
    var names = new ArrayList<String>();
    parts.forEach(part -> {
      if (!reference(part).isEmpty()) {
        names.add(reference(part));
      }
    });
    return names.isEmpty() ? "object" : String.join(" and ", names) + " with more";
  }
}
