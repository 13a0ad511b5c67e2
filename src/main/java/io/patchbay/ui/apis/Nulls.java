package io.patchbay.ui.apis;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whether a schema lets null pass, in all the ways that schemas say so. */
final class Nulls {

  private static final String NULL = "null";
  private static final List<String> CHOICES = List.of("anyOf", "oneOf");
  private static final int ITSELF_OR_NULL = 2;

  private Nulls() {}

  /** Whether null is a value that fits. */
  static boolean allowed(JsonNode schema) {
    if (schema.path("nullable").asBoolean(false) || isNull(schema)) {
      return true;
    }
    for (JsonNode type : schema.path("type")) {
      if (type.asString("").equals(NULL)) {
        return true;
      }
    }
    for (String keyword : CHOICES) {
      for (JsonNode option : schema.path(keyword)) {
        if (isNull(option)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The way to what a schema says of values that are not null: the schema itself, or one inside.
   */
  static List<String> inner(JsonNode schema) {
    for (String keyword : CHOICES) {
      JsonNode options = schema.path(keyword);
      if (options.size() == ITSELF_OR_NULL) {
        for (int i = 0; i < ITSELF_OR_NULL; i++) {
          if (isNull(options.get(1 - i)) && !isNull(options.get(i))) {
            return List.of(keyword, String.valueOf(i));
          }
        }
      }
    }
    return List.of();
  }

  /** The schema with null among its values, or not. */
  static JsonNode set(JsonNode schema, boolean allow) {
    if (!(schema instanceof ObjectNode object) || allowed(schema) == allow) {
      return schema;
    }
    return allow ? with(object.deepCopy()) : without(object.deepCopy());
  }

  private static JsonNode with(ObjectNode schema) {
    for (String keyword : CHOICES) {
      if (schema.path(keyword) instanceof ArrayNode options) {
        options.addObject().put("type", NULL);
        return schema;
      }
    }
    JsonNode type = schema.path("type");
    if (type.isString()) {
      schema.putArray("type").add(type).add(NULL);
    } else if (type instanceof ArrayNode types) {
      types.add(NULL);
    } else if (schema.has("$ref") || schema.has("allOf")) {
      ObjectNode outer = JsonNodeFactory.instance.objectNode();
      ArrayNode options = outer.putArray("anyOf");
      options.add(schema);
      options.addObject().put("type", NULL);
      return outer;
    }
    if (schema.path("enum") instanceof ArrayNode values) {
      values.addNull();
    }
    return schema;
  }

  private static JsonNode without(ObjectNode schema) {
    schema.remove("nullable");
    List<String> inner = inner(schema);
    if (!inner.isEmpty() && schema.size() == 1) {
      return schema.get(inner.getFirst()).get(Integer.parseInt(inner.getLast()));
    }
    for (String keyword : CHOICES) {
      if (schema.path(keyword) instanceof ArrayNode options) {
        options.removeIf(Nulls::isNull);
      }
    }
    if (schema.path("type") instanceof ArrayNode types) {
      types.removeIf(type -> type.asString("").equals(NULL));
      if (types.size() == 1) {
        schema.set("type", types.get(0));
      }
    }
    if (schema.path("enum") instanceof ArrayNode values) {
      values.removeIf(JsonNode::isNull);
    }
    return schema;
  }

  private static boolean isNull(JsonNode schema) {
    return schema.path("type").asString("").equals(NULL);
  }
}
