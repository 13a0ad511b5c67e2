package io.patchbay.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Merges JSON Schemas three ways, keyword by keyword and field by field. */
final class SchemaMerge {

  private static final Set<String> NAMED =
      Set.of("properties", "patternProperties", "dependentSchemas", "$defs", "definitions");
  private static final Set<String> NESTED =
      Set.of(
          "items",
          "additionalProperties",
          "unevaluatedProperties",
          "unevaluatedItems",
          "additionalItems",
          "propertyNames",
          "contains",
          "not",
          "if",
          "then",
          "else");
  private static final Set<String> LISTED = Set.of("allOf", "anyOf", "oneOf", "prefixItems");

  private final TreeMerge trees;

  SchemaMerge(TreeMerge trees) {
    this.trees = trees;
  }

  /** A schema at a place; absent is null. */
  @Nullable JsonNode schema(
      String where, @Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
    JsonNode merged = trees.fields(where, base, mine, theirs, this::rule);
    return merged == null || merged.equals(mine) || merged.equals(theirs)
        ? merged
        : withoutRequiredButRemoved(merged, base);
  }

  private TreeMerge.Rule rule(String keyword) {
    if (NAMED.contains(keyword)) {
      return (where, base, mine, theirs) ->
          trees.fields(where, base, mine, theirs, _ -> this::schema);
    }
    if (NESTED.contains(keyword)) {
      return this::schema;
    }
    if (LISTED.contains(keyword)) {
      return this::list;
    }
    return switch (keyword) {
      case "required" -> trees::set;
      case "enum", "type" -> trees::choice;
      case "discriminator", "xml", "externalDocs" -> trees::deep;
      default -> trees::whole;
    };
  }

  /** Alternatives: by reference or title, else by position as long as there are as many. */
  private @Nullable JsonNode list(
      String where, @Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
    boolean decided =
        Objects.equals(mine, theirs) || Objects.equals(base, mine) || Objects.equals(base, theirs);
    if (decided || base == null || mine == null || theirs == null) {
      return trees.whole(where, base, mine, theirs);
    }
    var byName = named(base, mine, theirs);
    if (byName != null) {
      JsonNode merged =
          trees.fields(where, byName.get(0), byName.get(1), byName.get(2), _ -> this::schema);
      var list = JsonNodeFactory.instance.arrayNode();
      if (merged != null) {
        merged.forEach(list::add);
      }
      return list;
    }
    if (!base.isArray() || base.size() != mine.size() || mine.size() != theirs.size()) {
      return trees.whole(where, base, mine, theirs);
    }
    var list = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < mine.size(); i++) {
      JsonNode merged = schema(where + "." + i, base.get(i), mine.get(i), theirs.get(i));
      if (merged != null) {
        list.add(merged);
      }
    }
    return list;
  }

  /**
   * The lists as objects by the name of each element; nothing when one has none or two the same.
   */
  private static @Nullable List<ObjectNode> named(JsonNode... lists) {
    List<ObjectNode> objects = new ArrayList<>();
    for (JsonNode list : lists) {
      var object = JsonNodeFactory.instance.objectNode();
      for (JsonNode element : list) {
        String name = element.path("$ref").asString(element.path("title").asString(""));
        if (name.isEmpty() || object.has(name)) {
          return null;
        }
        object.set(name, element);
      }
      objects.add(object);
    }
    return objects;
  }

  /** A field that was removed by hand is not required any more, whatever the source says. */
  private static JsonNode withoutRequiredButRemoved(JsonNode schema, @Nullable JsonNode base) {
    JsonNode required = schema.path("required");
    if (!required.isArray() || base == null) {
      return schema;
    }
    var kept = JsonNodeFactory.instance.arrayNode();
    for (JsonNode name : required) {
      String field = name.asString("");
      boolean removed = base.path("properties").has(field) && !schema.path("properties").has(field);
      if (!removed) {
        kept.add(name);
      }
    }
    if (kept.size() == required.size()) {
      return schema;
    }
    var copy = JsonNodeFactory.instance.objectNode();
    schema.properties().forEach(entry -> copy.set(entry.getKey(), entry.getValue()));
    copy.set("required", kept);
    return copy;
  }
}
