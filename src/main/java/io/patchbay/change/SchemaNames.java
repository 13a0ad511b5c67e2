package io.patchbay.change;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
      if (!schema.equals(before.get(name))) {
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

  /** The names of all schemas that methods use, directly or through others. */
  static Set<String> reachable(Collection<ApiMethod> methods, Map<String, JsonNode> schemas) {
    Set<String> used = new HashSet<>();
    methods.forEach(method -> places(method).forEach(schema -> collect(schema, used)));
    return closed(used, schemas);
  }

  private static Set<String> closed(Set<String> used, Map<String, JsonNode> schemas) {
    Deque<String> open = new ArrayDeque<>(used);
    Set<String> reached = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      String name = open.poll();
      JsonNode schema = schemas.get(name);
      if (schema != null && reached.add(name)) {
        Set<String> further = new HashSet<>();
        collect(schema, further);
        open.addAll(further);
      }
    }
    return reached;
  }

  private static List<JsonNode> places(ApiMethod method) {
    List<@Nullable JsonNode> places = new ArrayList<>();
    method.parameters().forEach(parameter -> places.add(parameter.schema()));
    var body = method.body();
    places.add(body == null ? null : body.schema());
    for (var response : method.responses()) {
      places.add(response.schema());
      places.addAll(response.headers().values());
    }
    return places.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
  }

  /** The API with the schemas that it points to but does not have, from the first that has them. */
  static Api withMissing(Api api, List<Api> sources) {
    Map<String, JsonNode> schemas = new LinkedHashMap<>(api.schemas());
    Set<String> used = new HashSet<>();
    api.methods().forEach(method -> places(method).forEach(schema -> collect(schema, used)));
    schemas.values().forEach(schema -> collect(schema, used));
    Deque<String> open = new ArrayDeque<>(used);
    while (!open.isEmpty()) {
      String name = open.poll();
      for (Api source : sources) {
        JsonNode schema = source.schemas().get(name);
        if (schema != null && schemas.putIfAbsent(name, schema) == null) {
          Set<String> further = new HashSet<>();
          collect(schema, further);
          open.addAll(further);
        }
      }
    }
    return schemas.size() == api.schemas().size()
        ? api
        : api.with(parts -> parts.schemas = schemas);
  }
}
