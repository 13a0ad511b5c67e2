package io.patchbay.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Copies a schema together with all schemas that it refers to into one document without any address
 * in it, in the words of JSON Schema 2020-12.
 */
final class SelfContained {

  private static final int MOST_SCHEMAS = 5_000;
  private static final Set<String> DROPPED =
      Set.of(
          "$id",
          "id",
          "$schema",
          "$anchor",
          "$dynamicAnchor",
          "$dynamicRef",
          "$recursiveRef",
          "$recursiveAnchor",
          "$vocabulary",
          "$defs",
          "definitions",
          "discriminator",
          "xml",
          "externalDocs",
          "example",
          "examples",
          "nullable");
  private static final Set<String> DATA = Set.of("enum", "const", "default", "required");
  private static final Set<String> NAMED =
      Set.of("properties", "patternProperties", "dependentSchemas");

  private final Function<String, ? extends @Nullable JsonNode> references;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final ObjectNode definitions = JsonNodeFactory.instance.objectNode();

  private SelfContained(Function<String, ? extends @Nullable JsonNode> references) {
    this.references = references;
  }

  static JsonNode copyOf(
      JsonNode schema, Function<String, ? extends @Nullable JsonNode> references) {
    var copy = new SelfContained(references);
    JsonNode top = copy.copy(schema);
    copy.copyReferenced();
    var document = JsonNodeFactory.instance.objectNode();
    document.putArray("allOf").add(top);
    document.set("$defs", copy.definitions);
    return document;
  }

  private void copyReferenced() {
    while (!open.isEmpty()) {
      String reference = open.pop();
      JsonNode found = names.size() > MOST_SCHEMAS ? null : references.apply(reference);
      definitions.set(
          String.valueOf(names.get(reference)),
          found == null ? JsonNodeFactory.instance.booleanNode(true) : copy(found));
    }
  }

  private JsonNode copy(JsonNode schema) {
    return switch (schema) {
      case ObjectNode object -> copyObject(object);
      case ArrayNode array -> {
        var copy = JsonNodeFactory.instance.arrayNode();
        array.forEach(element -> copy.add(copy(element)));
        yield copy;
      }
      default -> schema;
    };
  }

  private ObjectNode copyObject(ObjectNode schema) {
    var copy = JsonNodeFactory.instance.objectNode();
    for (var entry : schema.properties()) {
      String keyword = entry.getKey();
      JsonNode value = entry.getValue();
      if (keyword.equals("$ref")) {
        copy.put(keyword, "#/$defs/" + name(value.asString("")));
      } else if (NAMED.contains(keyword) && value instanceof ObjectNode named) {
        var copies = copy.putObject(keyword);
        named.properties().forEach(e -> copies.set(e.getKey(), copy(e.getValue())));
      } else if (DATA.contains(keyword)) {
        copyData(copy, keyword, value);
      } else if (!DROPPED.contains(keyword) && !keyword.startsWith("x-")) {
        copy.set(keyword, copy(value));
      }
    }
    modernise(schema, copy);
    return copy;
  }

  private static void copyData(ObjectNode copy, String keyword, JsonNode value) {
    // In OpenAPI 2 and draft 3, `required: true` stands at the field itself.
    if (!keyword.equals("required") || value.isArray()) {
      copy.set(keyword, value);
    }
  }

  /** What OpenAPI 3.0 and older drafts say in other words. */
  private static void modernise(ObjectNode schema, ObjectNode copy) {
    if (schema.path("nullable").asBoolean(false)) {
      allowNull(copy);
    }
    exclusive(copy, "exclusiveMinimum", "minimum");
    exclusive(copy, "exclusiveMaximum", "maximum");
    if (copy.path("items").isArray()) {
      copy.set("prefixItems", copy.remove("items"));
    }
  }

  private static void allowNull(ObjectNode copy) {
    if (copy.path("type").isString()) {
      JsonNode type = copy.get("type");
      copy.putArray("type").add(type).add("null");
    }
    if (copy.path("enum") instanceof ArrayNode values) {
      var all = copy.putArray("enum");
      values.forEach(all::add);
      all.addNull();
    }
  }

  private static void exclusive(ObjectNode copy, String exclusive, String limit) {
    JsonNode flag = copy.path(exclusive);
    if (flag.isBoolean()) {
      copy.remove(exclusive);
      if (flag.booleanValue() && copy.path(limit).isNumber()) {
        copy.set(exclusive, copy.remove(limit));
      }
    }
  }

  private String name(String reference) {
    return names.computeIfAbsent(
        reference,
        _ -> {
          open.push(reference);
          return "s" + names.size();
        });
  }
}
