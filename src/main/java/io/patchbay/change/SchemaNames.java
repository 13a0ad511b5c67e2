package io.patchbay.change;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds which shared schemas a schema points to. */
final class SchemaNames {

  private SchemaNames() {}

  /** Adds the names of the shared schemas that it points to. */
  static void collect(JsonNode schema, Set<String> names) {
    if (schema instanceof ObjectNode object) {
      for (var entry : object.properties()) {
        if (entry.getKey().equals("$ref") && entry.getValue().isString()) {
          names.add(SchemaSide.name(entry.getValue().asString()));
        } else {
          collect(entry.getValue(), names);
        }
      }
    } else if (schema.isArray()) {
      for (JsonNode element : schema) {
        collect(element, names);
      }
    }
  }

  /** The names of both, those of {@code after} first. */
  static Set<String> all(Map<String, JsonNode> before, Map<String, JsonNode> after) {
    Set<String> all = new LinkedHashSet<>(after.keySet());
    all.addAll(before.keySet());
    return all;
  }

  /** Those that differ, and those that point to one of them, at whatever remove. */
  static Set<String> affected(Map<String, JsonNode> before, Map<String, JsonNode> after) {
    Deque<String> open = new ArrayDeque<>();
    for (String name : all(before, after)) {
      JsonNode was = before.get(name);
      JsonNode is = after.get(name);
      if (was == null || is == null || !was.equals(is)) {
        open.add(name);
      }
    }
    Set<String> affected = new HashSet<>(open);
    if (open.isEmpty()) {
      return affected;
    }
    Map<String, Set<String>> users = users(before, after);
    while (!open.isEmpty()) {
      for (String user : users.getOrDefault(open.poll(), Set.of())) {
        if (affected.add(user)) {
          open.add(user);
        }
      }
    }
    return affected;
  }

  private static Map<String, Set<String>> users(
      Map<String, JsonNode> before, Map<String, JsonNode> after) {
    Map<String, Set<String>> users = new HashMap<>();
    before.forEach((name, schema) -> addUses(name, schema, users));
    after.forEach((name, schema) -> {
      if (before.get(name) != schema) {
        addUses(name, schema, users);
      }
    });
    return users;
  }

  private static void addUses(String name, JsonNode schema, Map<String, Set<String>> users) {
    Set<String> used = new HashSet<>();
    collect(schema, used);
    used.forEach(other -> users.computeIfAbsent(other, _ -> new HashSet<>()).add(name));
  }
}
