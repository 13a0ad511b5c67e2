package io.patchbay.ui.apis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes one place of a schema; each change gives a new schema. */
final class SchemaPaths {

  private static final String PROPERTIES = "properties";
  private static final String REQUIRED = "required";

  private SchemaPaths() {}

  /** What stands at a path; missing where nothing does. */
  static JsonNode at(JsonNode root, List<String> path) {
    JsonNode at = root;
    for (String step : path) {
      at = at.isArray() ? at.path(Integer.parseInt(step)) : at.path(step);
    }
    return at;
  }

  /** The schema with something else at a path. */
  static JsonNode change(JsonNode root, List<String> path, UnaryOperator<JsonNode> change) {
    if (path.isEmpty()) {
      return change.apply(root);
    }
    String step = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    return switch (root) {
      case ObjectNode object -> {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object
            .properties()
            .forEach(entry ->
                copy.set(
                    entry.getKey(),
                    entry.getKey().equals(step)
                        ? change(entry.getValue(), rest, change)
                        : entry.getValue()));
        if (!object.has(step)) {
          copy.set(step, change(JsonNodeFactory.instance.objectNode(), rest, change));
        }
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < array.size(); i++) {
          copy.add(
              String.valueOf(i).equals(step) ? change(array.get(i), rest, change) : array.get(i));
        }
        yield copy;
      }
      default -> root;
    };
  }

  /** The names that an object must have. */
  static Set<String> required(JsonNode schema) {
    var names = new LinkedHashSet<String>();
    schema.path(REQUIRED).forEach(name -> names.add(name.asString("")));
    return names;
  }

  /** The schema with a field required or not. */
  static JsonNode require(JsonNode root, List<String> field, boolean required) {
    return change(
        root,
        owner(field),
        object -> {
          Set<String> names = required(object);
          names.remove(field.getLast());
          if (required) {
            names.add(field.getLast());
          }
          return withRequired(object, names);
        });
  }

  /** The schema with another name of a field, at its old place. */
  static JsonNode rename(JsonNode root, List<String> field, String newName) {
    String before = field.getLast();
    return change(
        root,
        owner(field),
        object -> {
          var names = new LinkedHashSet<String>();
          required(object).forEach(name -> names.add(name.equals(before) ? newName : name));
          ObjectNode fields = JsonNodeFactory.instance.objectNode();
          object
              .path(PROPERTIES)
              .properties()
              .forEach(entry ->
                  fields.set(
                      entry.getKey().equals(before) ? newName : entry.getKey(), entry.getValue()));
          return withRequired(with(object, PROPERTIES, fields), names);
        });
  }

  /** The schema with a text field more in an object, at the end. */
  static JsonNode add(JsonNode root, List<String> object, String name) {
    return change(
        root,
        object,
        before -> {
          ObjectNode changed =
              before instanceof ObjectNode node
                  ? node.deepCopy()
                  : JsonNodeFactory.instance.objectNode();
          if (!changed.has("type") && !changed.has("allOf")) {
            changed.put("type", "object");
          }
          changed.withObjectProperty(PROPERTIES).putObject(name).put("type", "string");
          return changed;
        });
  }

  /** The schema without a field or an alternative. */
  static JsonNode remove(JsonNode root, List<String> path) {
    String last = path.getLast();
    List<String> container = path.subList(0, path.size() - 1);
    if (at(root, container).isArray()) {
      return change(
          root,
          container,
          options -> {
            ArrayNode changed = (ArrayNode) options.deepCopy();
            changed.remove(Integer.parseInt(last));
            return changed;
          });
    }
    return change(
        root,
        owner(path),
        object -> {
          Set<String> names = required(object);
          names.remove(last);
          ObjectNode fields = (ObjectNode) object.path(PROPERTIES).deepCopy();
          fields.remove(last);
          return withRequired(with(object, PROPERTIES, fields), names);
        });
  }

  /** The schema with a field one place further up or down. */
  static JsonNode move(JsonNode root, List<String> field, int by) {
    return change(
        root,
        field.subList(0, field.size() - 1),
        fields -> {
          var names = new ArrayList<>(fields.propertyNames());
          int from = names.indexOf(field.getLast());
          int to = Math.clamp(from + by, 0, names.size() - 1);
          names.add(to, names.remove(from));
          ObjectNode changed = JsonNodeFactory.instance.objectNode();
          names.forEach(name -> changed.set(name, fields.get(name)));
          return changed;
        });
  }

  /** The object that a field belongs to. */
  static List<String> owner(List<String> field) {
    return field.subList(0, field.size() - 2);
  }

  /** The schema with one keyword set, or without it where there is no value. */
  static JsonNode with(JsonNode schema, String keyword, JsonNode value) {
    ObjectNode changed =
        schema instanceof ObjectNode object
            ? object.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    if (value instanceof MissingNode) {
      changed.remove(keyword);
    } else {
      changed.set(keyword, value);
    }
    return changed;
  }

  private static JsonNode withRequired(JsonNode object, Set<String> names) {
    ArrayNode required = JsonNodeFactory.instance.arrayNode();
    names.forEach(required::add);
    return with(object, REQUIRED, names.isEmpty() ? MissingNode.getInstance() : required);
  }
}
