package io.patchbay.ui.apis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a JSON Schema as rows of a table, and the changes that a table makes to them. */
final class SchemaEdits {

  private static final int MOST = 300;
  private static final int DEEPEST = 8;

  private SchemaEdits() {}

  /**
   * A field.
   *
   * @param path names from the root to it; fields within a list go through the list
   * @param type the type, with what is in it for a list
   * @param example from the example, absent where it has none
   */
  record Row(List<String> path, String type, boolean required, @Nullable JsonNode example) {

    String name() {
      return path.getLast();
    }

    int depth() {
      return path.size() - 1;
    }
  }

  /** All fields of an object schema, outer ones before inner ones. */
  static List<Row> rows(@Nullable JsonNode schema, @Nullable JsonNode example) {
    var rows = new ArrayList<Row>();
    if (schema != null) {
      collect(schema, example, List.of(), rows);
    }
    return rows;
  }

  private static void collect(
      JsonNode schema, @Nullable JsonNode example, List<String> path, List<Row> rows) {
    if (path.size() > DEEPEST) {
      return;
    }
    for (var property : schema.path("properties").properties()) {
      if (rows.size() >= MOST) {
        return;
      }
      List<String> own = Texts.plus(path, property.getKey());
      JsonNode field = property.getValue();
      JsonNode sample = example == null ? null : example.get(property.getKey());
      boolean list = SchemaTypes.of(field).equals("array");
      rows.add(new Row(own, type(field), isRequired(schema, property.getKey()), sample));
      JsonNode inner = list ? field.path("items") : field;
      JsonNode innerSample = list && sample != null ? sample.get(0) : sample;
      collect(inner, innerSample, own, rows);
    }
  }

  private static String type(JsonNode field) {
    String type = SchemaTypes.of(field);
    if (type.equals("array") && field.has("items")) {
      return "array of " + SchemaTypes.of(field.get("items"));
    }
    String format = field.path("format").asString("");
    if (field.path("enum").isArray()) {
      return "enum of " + field.path("enum").size();
    }
    return format.isEmpty() ? type : type + " " + format;
  }

  private static boolean isRequired(JsonNode schema, String name) {
    for (JsonNode required : schema.path("required")) {
      if (required.asString("").equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** The schema with a field required or not. */
  static JsonNode require(JsonNode schema, List<String> path, boolean required) {
    JsonNode changed = schema.deepCopy();
    ObjectNode owner = owner(changed, path);
    if (owner != null) {
      ArrayNode names = JsonNodeFactory.instance.arrayNode();
      for (JsonNode name : owner.path("required")) {
        if (!name.asString("").equals(path.getLast())) {
          names.add(name);
        }
      }
      if (required) {
        names.add(path.getLast());
      }
      if (names.isEmpty()) {
        owner.remove("required");
      } else {
        owner.set("required", names);
      }
    }
    return changed;
  }

  /** The schema with another type of a field. */
  static JsonNode retype(JsonNode schema, List<String> path, String type) {
    JsonNode changed = schema.deepCopy();
    ObjectNode owner = owner(changed, path);
    if (owner != null && owner.path("properties") instanceof ObjectNode properties) {
      properties.set(path.getLast(), SchemaTypes.set(properties.get(path.getLast()), type));
    }
    return changed;
  }

  /** The schema without a field. */
  static JsonNode remove(JsonNode schema, List<String> path) {
    JsonNode changed = require(schema, path, false);
    ObjectNode owner = owner(changed, path);
    if (owner != null && owner.path("properties") instanceof ObjectNode properties) {
      properties.remove(path.getLast());
    }
    return changed;
  }

  /** The schema, an object's if it was none, with a text field more at its outermost level. */
  static JsonNode add(@Nullable JsonNode schema, String name) {
    ObjectNode changed =
        (ObjectNode)
            SchemaTypes.set(
                schema != null && SchemaTypes.of(schema).equals("object") ? schema : null,
                "object");
    changed.withObjectProperty("properties").putObject(name).put("type", SchemaTypes.STRING);
    return changed;
  }

  /** The object schema that a field is in. */
  private static @Nullable ObjectNode owner(JsonNode root, List<String> path) {
    JsonNode at = root;
    for (String name : path.subList(0, path.size() - 1)) {
      at = at.path("properties").path(name);
      if (SchemaTypes.of(at).equals("array")) {
        at = at.path("items");
      }
    }
    return at instanceof ObjectNode object ? object : null;
  }
}
