package io.patchbay.importing;

import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Copies schemas with their references written otherwise. */
final class SchemaReferences {

  /** Keywords whose values are data, in which nothing is a reference. */
  private static final Set<String> DATA =
      Set.of("default", "const", "enum", "examples", "example", "required", "xml", "externalDocs");

  private static final Set<String> NAMED =
      Set.of("properties", "patternProperties", "dependentSchemas");

  private SchemaReferences() {}

  static JsonNode rewrite(JsonNode schema, UnaryOperator<String> reference) {
    return switch (schema) {
      case ObjectNode object -> rewriteObject(object, reference);
      case ArrayNode list -> {
        var copy = JsonNodeFactory.instance.arrayNode();
        list.forEach(element -> copy.add(rewrite(element, reference)));
        yield copy;
      }
      default -> schema;
    };
  }

  private static ObjectNode rewriteObject(ObjectNode schema, UnaryOperator<String> reference) {
    var copy = JsonNodeFactory.instance.objectNode();
    for (var entry : schema.properties()) {
      String keyword = entry.getKey();
      JsonNode value = entry.getValue();
      if (keyword.equals("$ref") && value.isString()) {
        copy.put(keyword, reference.apply(value.stringValue()));
      } else if (NAMED.contains(keyword) && value.isObject()) {
        var named = copy.putObject(keyword);
        value.properties().forEach(e -> named.set(e.getKey(), rewrite(e.getValue(), reference)));
      } else if (keyword.equals("discriminator")) {
        copy.set(keyword, discriminator(value, reference));
      } else {
        copy.set(keyword, DATA.contains(keyword) ? value : rewrite(value, reference));
      }
    }
    return copy;
  }

  private static JsonNode discriminator(JsonNode value, UnaryOperator<String> reference) {
    if (!(value instanceof ObjectNode object) || !object.path("mapping").isObject()) {
      return value;
    }
    var copy = object.deepCopy();
    var mapping = copy.putObject("mapping");
    for (var entry : object.path("mapping").properties()) {
      JsonNode target = entry.getValue();
      mapping.set(
          entry.getKey(),
          target.isString()
              ? JsonNodeFactory.instance.stringNode(reference.apply(target.stringValue()))
              : target);
    }
    return copy;
  }
}
