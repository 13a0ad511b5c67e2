package io.patchbay.ui.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A field of a schema.
 *
 * @param words what it may be, with "required" where it is
 * @param inner the schema that its own fields are in; without fields where it has none
 */
record SchemaField(String name, String words, JsonNode inner) {

  private static final int DEEPEST = 12;

  /** The fields of a schema, those of what it refers to and is put together from included. */
  static List<SchemaField> of(JsonNode schema, Map<String, JsonNode> shared) {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    Set<String> required = new HashSet<>();
    collect(schema, shared, properties, required, 0);
    var fields = new ArrayList<SchemaField>();
    properties.forEach((name, field) -> {
      String words = SchemaWords.of(field);
      fields.add(
          new SchemaField(
              name, required.contains(name) ? words + ", required" : words, elements(field)));
    });
    return fields;
  }

  /** Whether it has fields of its own. */
  boolean opens(Map<String, JsonNode> shared) {
    return !of(inner, shared).isEmpty();
  }

  /** What is in a list, or the schema itself. */
  private static JsonNode elements(JsonNode schema) {
    JsonNode at = schema;
    for (int i = 0; i < DEEPEST && at.path("items").isObject(); i++) {
      at = at.path("items");
    }
    return at;
  }

  private static void collect(
      JsonNode schema,
      Map<String, JsonNode> shared,
      Map<String, JsonNode> properties,
      Set<String> required,
      int depth) {
    if (depth > DEEPEST) {
      return;
    }
    JsonNode named = shared.get(SchemaWords.reference(schema));
    if (named != null) {
      collect(elements(named), shared, properties, required, depth + 1);
    }
    for (JsonNode part : schema.path("allOf")) {
      collect(part, shared, properties, required, depth + 1);
    }
    schema.path("properties").properties().forEach(p -> properties.put(p.getKey(), p.getValue()));
    schema.path("required").forEach(name -> required.add(name.asString("")));
  }
}
