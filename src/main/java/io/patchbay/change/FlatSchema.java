package io.patchbay.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** All that a schema says about one place. */
final class FlatSchema {

  private final Set<String> types = new LinkedHashSet<>();
  private boolean nullable;
  private final Map<String, JsonNode> properties = new LinkedHashMap<>();
  private final Set<String> required = new LinkedHashSet<>();
  private final List<JsonNode> options = new ArrayList<>();
  private final Map<String, JsonNode> rules = new LinkedHashMap<>();

  void put(String keyword, JsonNode value) {
    switch (keyword) {
      case "type" -> putTypes(value);
      case "nullable" -> nullable |= value.asBoolean(false);
      case "properties" -> value.properties().forEach(p -> putProperty(p.getKey(), p.getValue()));
      case "required" -> value.forEach(name -> required.add(name.asString("")));
      default -> rules.put(keyword, value);
    }
  }

  private void putTypes(JsonNode value) {
    types.clear();
    if (value.isArray()) {
      value.forEach(type -> types.add(type.asString("")));
    } else {
      types.add(value.asString(""));
    }
  }

  private void putProperty(String name, JsonNode schema) {
    JsonNode known = properties.get(name);
    if (known == null || known.equals(schema)) {
      properties.putIfAbsent(name, schema);
    } else {
      var both = JsonNodeFactory.instance.objectNode();
      both.putArray("allOf").add(known).add(schema);
      properties.put(name, both);
    }
  }

  void addOption(JsonNode option) {
    if (SchemaSide.isNull(option)) {
      nullable = true;
    } else {
      options.add(option);
    }
  }

  void allowNull() {
    nullable = true;
  }

  Map<String, JsonNode> properties() {
    return properties;
  }

  Set<String> required() {
    return required;
  }

  List<JsonNode> options() {
    return options;
  }

  /** What is said by other keywords. */
  Map<String, JsonNode> rules() {
    return rules;
  }

  /** Whether any value fits. */
  boolean isOpen() {
    return types.isEmpty()
        && properties.isEmpty()
        && required.isEmpty()
        && options.isEmpty()
        && rules.keySet().stream().allMatch(SchemaSide::isWords);
  }

  /** The types that it names or implies, without null; empty for any. */
  Set<String> types() {
    Set<String> named = new LinkedHashSet<>(types);
    named.remove("null");
    if (named.isEmpty() && !types.contains("null") && options.isEmpty()) {
      if (!properties.isEmpty() || rules.containsKey("additionalProperties")) {
        named.add("object");
      } else if (rules.containsKey("items")) {
        named.add("array");
      }
    }
    return named;
  }

  /** Whether null fits beside its types. */
  boolean takesNull() {
    return nullable || types.contains("null");
  }
}
