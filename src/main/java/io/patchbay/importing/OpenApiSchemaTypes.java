package io.patchbay.importing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Types, limits, null and examples of schemas, from old words to those of JSON Schema 2020-12. */
final class OpenApiSchemaTypes {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> KNOWN =
      Set.of("string", "number", "integer", "boolean", "array", "object", "null");
  private static final List<String> ALTERNATIVES = List.of("anyOf", "oneOf");

  private OpenApiSchemaTypes() {}

  /** Before 3.1 the exclusive limits were flags. */
  static void limits(ObjectNode copy) {
    limit(copy, "exclusiveMinimum", "minimum");
    limit(copy, "exclusiveMaximum", "maximum");
  }

  /** Sets the type; a word that is none is taken for what it means, if that is known. */
  static void type(OpenApiReading reading, Spot type, ObjectNode copy) {
    if (type.value().isArray()) {
      var types = NODES.arrayNode();
      for (Spot element : type.elements()) {
        String word = element.value().isNull() ? "null" : element.text("");
        if (KNOWN.contains(word)) {
          types.add(word);
        } else {
          unknown(reading, element);
        }
      }
      if (!types.isEmpty()) {
        copy.set("type", types);
      }
    } else if (type.isGiven()) {
      one(reading, type, copy);
    }
  }

  private static void one(OpenApiReading reading, Spot type, ObjectNode copy) {
    String word = type.text("");
    if (KNOWN.contains(word)) {
      copy.put("type", word);
      return;
    }
    switch (word.toLowerCase(Locale.ROOT)) {
      case "file", "binary" -> put(copy, "string", "binary");
      case "int", "int32" -> put(copy, "integer", "int32");
      case "long", "int64" -> put(copy, "integer", "int64");
      case "float", "double" -> put(copy, "number", word.toLowerCase(Locale.ROOT));
      case "decimal" -> copy.put("type", "number");
      case "bool" -> copy.put("type", "boolean");
      case "date" -> put(copy, "string", "date");
      case "datetime", "date-time", "timestamp" -> put(copy, "string", "date-time");
      case "uuid" -> put(copy, "string", "uuid");
      case "list" -> copy.put("type", "array");
      case "map", "dict" -> copy.put("type", "object");
      case "any" -> {}
      case "string", "number", "integer", "boolean", "array", "object" ->
          copy.put("type", word.toLowerCase(Locale.ROOT));
      default -> unknown(reading, type);
    }
  }

  private static void put(ObjectNode copy, String type, String format) {
    copy.put("type", type);
    if (!copy.has("format")) {
      copy.put("format", format);
    }
  }

  private static void unknown(OpenApiReading reading, Spot type) {
    reading.findings.changedOften(
        type, "There is no type '%s'; any value is taken.".formatted(type.text(type.kind())));
  }

  private static void limit(ObjectNode copy, String exclusive, String limit) {
    JsonNode flag = copy.path(exclusive);
    if (flag.isBoolean()) {
      copy.remove(exclusive);
      if (flag.booleanValue() && copy.path(limit).isNumber()) {
        copy.set(exclusive, copy.remove(limit));
      }
    }
  }

  /** One list of samples, whichever word held them. */
  static void examples(Spot schema, ObjectNode copy) {
    var examples = NODES.arrayNode();
    Spot one = schema.field("example");
    if (one.isGiven()) {
      examples.add(one.value());
    }
    Spot several = schema.field("examples");
    if (several.isObject()) {
      several
          .members()
          .forEach(m -> examples.add(m.value().has("value") ? m.value().get("value") : m.value()));
    } else {
      several.value().valueStream().filter(v -> !v.equals(one.value())).forEach(examples::add);
    }
    if (!examples.isEmpty()) {
      copy.set("examples", examples);
    } else {
      copy.remove("examples");
    }
  }

  /** What {@code nullable: true} means, also beside a reference. */
  static void allowNull(ObjectNode copy) {
    addNullTo(copy);
    JsonNode type = copy.path("type");
    if (type.isString() && !type.stringValue().equals("null")) {
      copy.set("type", NODES.arrayNode().add(type).add("null"));
    } else if (type instanceof ArrayNode types) {
      if (types.valueStream().noneMatch(t -> t.asString().equals("null"))) {
        types.add("null");
      }
    } else if (type.isMissingNode()) {
      allowNullWithoutType(copy);
    }
  }

  private static void addNullTo(ObjectNode copy) {
    if (copy.path("enum") instanceof ArrayNode values
        && values.valueStream().noneMatch(JsonNode::isNull)) {
      var all = NODES.arrayNode();
      values.forEach(all::add);
      copy.set("enum", all.addNull());
    }
  }

  private static void allowNullWithoutType(ObjectNode copy) {
    var isNull = NODES.objectNode().put("type", "null");
    for (String word : ALTERNATIVES) {
      if (copy.path(word) instanceof ArrayNode alternatives) {
        if (alternatives.valueStream().noneMatch(isNull::equals)) {
          alternatives.add(isNull);
        }
        return;
      }
    }
    var own = NODES.objectNode();
    for (String word : List.of("$ref", "allOf")) {
      if (copy.has(word)) {
        own.set(word, copy.remove(word));
      }
    }
    if (!own.isEmpty()) {
      copy.putArray("anyOf").add(own).add(isNull);
    }
  }
}
