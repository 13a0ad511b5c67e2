package io.patchbay.ui.designer.preview;

import io.patchbay.common.Json;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads from JSON Schemas what a form needs: fields, names of types, a sample value. */
public final class SchemaReader {

  private static final int DEEPEST = 8;
  private static final String SHARED = "#/schemas/";

  private SchemaReader() {}

  /** The schema that a reference among the API's shared ones leads to; any other as it is. */
  public static JsonNode resolved(JsonNode schema, Map<String, JsonNode> shared) {
    JsonNode now = schema;
    for (int hops = 0; hops < DEEPEST; hops++) {
      JsonNode ref = now.path("$ref");
      if (!ref.isString() || !ref.stringValue().startsWith(SHARED)) {
        return now;
      }
      JsonNode next = shared.get(ref.stringValue().substring(SHARED.length()));
      if (next == null) {
        return now;
      }
      now = next;
    }
    return now;
  }

  /** The fields of an object's schema by name, those of {@code allOf} included. */
  public static Map<String, JsonNode> fields(JsonNode schema, Map<String, JsonNode> shared) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    collect(schema, shared, fields, new HashSet<>(), DEEPEST);
    return fields;
  }

  /** The names of fields that must be there. */
  public static Set<String> required(JsonNode schema, Map<String, JsonNode> shared) {
    Set<String> required = new HashSet<>();
    collect(schema, shared, new LinkedHashMap<>(), required, DEEPEST);
    return required;
  }

  /** The type in a word: {@code string}, {@code array<string>}, {@code enum}, … */
  public static String typeName(@Nullable JsonNode given, Map<String, JsonNode> shared) {
    if (given == null) {
      return "any";
    }
    JsonNode schema = resolved(given, shared);
    if (schema.path("enum").isArray()) {
      return "enum";
    }
    String type = type(schema);
    if (type.equals("array")) {
      return schema.has("items")
          ? "array<%s>".formatted(typeName(schema.get("items"), shared))
          : "array";
    }
    JsonNode format = schema.path("format");
    return type.equals("string") && format.isString() ? format.stringValue() : type;
  }

  /** {@code type}, the first that is not null where there are several; {@code any} without. */
  public static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (!"null".equals(one.asString())) {
          return one.asString();
        }
      }
    }
    if (type.isString()) {
      return type.stringValue();
    }
    return schema.has("properties") || schema.has("allOf") ? "object" : "any";
  }

  /** A value that the schema allows, its own examples first. */
  static JsonNode sample(JsonNode schema, Map<String, JsonNode> shared) {
    return sample(schema, shared, DEEPEST);
  }

  private static JsonNode sample(JsonNode given, Map<String, JsonNode> shared, int depth) {
    JsonNode schema = resolved(given, shared);
    for (String said : new String[] {"example", "default", "const"}) {
      if (schema.has(said)) {
        return schema.get(said);
      }
    }
    for (String list : new String[] {"examples", "enum"}) {
      if (schema.path(list).isArray() && !schema.get(list).isEmpty()) {
        return schema.get(list).get(0);
      }
    }
    for (String choice : new String[] {"oneOf", "anyOf"}) {
      if (depth > 0 && schema.path(choice).isArray() && !schema.get(choice).isEmpty()) {
        return sample(schema.get(choice).get(0), shared, depth - 1);
      }
    }
    var nodes = Json.MAPPER.getNodeFactory();
    return switch (type(schema)) {
      case "string" -> nodes.stringNode(text(schema));
      case "integer" -> nodes.numberNode(0);
      case "number" -> nodes.numberNode(0.5);
      case "boolean" -> nodes.booleanNode(true);
      case "array" -> {
        var array = nodes.arrayNode();
        if (depth > 0 && schema.has("items")) {
          array.add(sample(schema.get("items"), shared, depth - 1));
        }
        yield array;
      }
      case "object" -> {
        ObjectNode object = nodes.objectNode();
        if (depth > 0) {
          fields(schema, shared)
              .forEach((name, field) -> object.set(name, sample(field, shared, depth - 1)));
        }
        yield object;
      }
      default -> nodes.nullNode();
    };
  }

  private static String text(JsonNode schema) {
    return switch (schema.path("format").asString("")) {
      case "date-time" -> "2026-01-31T12:00:00Z";
      case "date" -> "2026-01-31";
      case "email" -> "someone@example.com";
      case "uri" -> "https://example.com";
      case "uuid" -> "123e4567-e89b-12d3-a456-426614174000";
      default -> "text";
    };
  }

  private static void collect(
      JsonNode given,
      Map<String, JsonNode> shared,
      Map<String, JsonNode> fields,
      Set<String> required,
      int depth) {
    JsonNode schema = resolved(given, shared);
    if (depth > 0) {
      schema.path("allOf").forEach(part -> collect(part, shared, fields, required, depth - 1));
    }
    schema.path("properties").properties().forEach(f -> fields.put(f.getKey(), f.getValue()));
    schema.path("required").forEach(name -> required.add(name.asString()));
  }
}
