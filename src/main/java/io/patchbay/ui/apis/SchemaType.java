package io.patchbay.ui.apis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a schema describes, in the words of people who do not know JSON Schema. */
enum SchemaType {
  TEXT("text", "string", ""),
  WHOLE("whole number", "integer", ""),
  NUMBER("number", "number", ""),
  BOOLEAN("yes or no", "boolean", ""),
  DATE("date", "string", "date"),
  DATE_TIME("date and time", "string", "date-time"),
  FILE("file", "string", "binary"),
  LIST("list", "array", ""),
  OBJECT("object", "object", ""),
  MAP("map", "object", ""),
  NAMED("named schema", "", ""),
  CHOICE("one of several", "", ""),
  ALL_OF("all of several", "", ""),
  ANY("any value", "", "");

  private static final Set<String> FOR_TEXT =
      Set.of("format", "minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType");
  private static final Set<String> FOR_NUMBERS =
      Set.of("format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");
  private static final Set<String> FOR_LISTS =
      Set.of("items", "minItems", "maxItems", "uniqueItems", "prefixItems", "contains");
  private static final Set<String> FOR_OBJECTS =
      Set.of(
          "properties",
          "required",
          "additionalProperties",
          "patternProperties",
          "minProperties",
          "maxProperties");
  private static final Set<String> FOR_CHOICES = Set.of("oneOf", "anyOf", "discriminator");
  private static final Set<String> VALUES =
      Set.of("enum", "const", "default", "example", "examples");
  private static final Set<String> ALWAYS =
      Set.of("title", "description", "deprecated", "readOnly", "writeOnly", "$comment");

  private static final Set<String> OWN_FORMATS = Set.of("date", "date-time", "binary");

  /** The name for people. */
  final String title;

  /** The {@code type} in a schema; empty where it has none. */
  final String json;

  private final String format;

  SchemaType(String title, String json, String format) {
    this.title = title;
    this.json = json;
    this.format = format;
  }

  /** What a schema describes; whether it may also be null is left aside. */
  static SchemaType of(JsonNode schema) {
    if (schema.has("$ref")) {
      return NAMED;
    }
    if (schema.path("oneOf").isArray() || schema.path("anyOf").isArray()) {
      return CHOICE;
    }
    if (schema.path("allOf").isArray()) {
      return ALL_OF;
    }
    List<String> types = types(schema);
    return switch (types.size() == 1 ? types.getFirst() : types.isEmpty() ? guess(schema) : "") {
      case "string" ->
          switch (schema.path("format").asString("")) {
            case "date" -> DATE;
            case "date-time" -> DATE_TIME;
            case "binary" -> FILE;
            default -> TEXT;
          };
      case "integer" -> WHOLE;
      case "number" -> NUMBER;
      case "boolean" -> BOOLEAN;
      case "array" -> LIST;
      case "object" -> isMap(schema) ? MAP : OBJECT;
      default -> ANY;
    };
  }

  /** The names of types in a schema, without null. */
  static List<String> types(JsonNode schema) {
    JsonNode type = schema.path("type");
    var names = new ArrayList<String>();
    if (type.isString()) {
      names.add(type.stringValue());
    }
    if (type.isArray()) {
      type.forEach(one -> names.add(one.asString("")));
    }
    names.remove("null");
    return names;
  }

  private static String guess(JsonNode schema) {
    if (schema.has("properties") || schema.has("additionalProperties")) {
      return "object";
    }
    if (schema.has("items")) {
      return "array";
    }
    return schema.path("enum").path(0).isString() ? "string" : "";
  }

  private static boolean isMap(JsonNode schema) {
    return schema.path("additionalProperties").isObject() && !schema.has("properties");
  }

  /** Whether a list of values can be given. */
  boolean hasValues() {
    return this == TEXT || isNumber();
  }

  boolean isNumber() {
    return this == WHOLE || this == NUMBER;
  }

  /**
   * The schema changed to this type; what it says still holds where it fits.
   *
   * @param name which named schema, for {@link #NAMED}
   */
  ObjectNode set(JsonNode before, String name) {
    ObjectNode schema =
        before instanceof ObjectNode object
            ? object.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    boolean same = json.equals(of(schema).json) && !json.isEmpty();
    Set<String> fitting = fitting();
    var dropped = new ArrayList<String>();
    for (String keyword : schema.propertyNames()) {
      boolean stays =
          ALWAYS.contains(keyword)
              || keyword.startsWith("x-")
              || fitting.contains(keyword)
              || (same && VALUES.contains(keyword) && !keyword.equals("enum"))
              || (same && keyword.equals("enum") && hasValues());
      if (!stays) {
        dropped.add(keyword);
      }
    }
    schema.remove(dropped);
    if (!json.isEmpty()) {
      schema.put("type", json);
    }
    if (!format.isEmpty()) {
      schema.put("format", format);
    } else if (!same || OWN_FORMATS.contains(schema.path("format").asString(""))) {
      schema.remove("format");
    }
    fill(schema, name);
    return schema;
  }

  private Set<String> fitting() {
    return switch (this) {
      case TEXT, DATE, DATE_TIME, FILE -> FOR_TEXT;
      case WHOLE, NUMBER -> FOR_NUMBERS;
      case LIST -> FOR_LISTS;
      case OBJECT, MAP -> FOR_OBJECTS;
      case CHOICE -> FOR_CHOICES;
      case ALL_OF -> Set.of("allOf");
      case BOOLEAN, NAMED, ANY -> Set.of();
    };
  }

  private void fill(ObjectNode schema, String name) {
    switch (this) {
      case LIST -> {
        if (!schema.has("items")) {
          schema.putObject("items").put("type", "string");
        }
      }
      case MAP -> {
        schema.remove(List.of("properties", "required"));
        if (!schema.path("additionalProperties").isObject()) {
          schema.putObject("additionalProperties").put("type", "string");
        }
      }
      case OBJECT -> {
        if (isMap(schema)) {
          schema.remove("additionalProperties");
        }
      }
      case NAMED -> schema.put("$ref", SchemaDrafts.PREFIX + name);
      case CHOICE -> {
        if (!schema.has("oneOf") && !schema.has("anyOf")) {
          schema.putArray("oneOf").addObject().put("type", "string");
        }
      }
      case TEXT, WHOLE, NUMBER, BOOLEAN, DATE, DATE_TIME, FILE, ALL_OF, ANY -> {}
    }
  }
}
