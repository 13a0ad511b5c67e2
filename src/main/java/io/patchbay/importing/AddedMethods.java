package io.patchbay.importing;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.common.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Adds the methods of one definition to another. What is there stays as it is. */
final class AddedMethods {

  private static final String SCHEMAS = "#/schemas/";

  private AddedMethods() {}

  /** The definition with the methods of the other; names that are taken get a number. */
  static Api to(Api api, Api added) {
    var schemas = new LinkedHashMap<>(api.schemas());
    var renamed = new HashMap<String, String>();
    added
        .schemas()
        .forEach((name, schema) -> {
          var there = schemas.get(name);
          if (there != null && !there.equals(schema)) {
            renamed.put(name, free(name, names(schemas.keySet(), added.schemas().keySet())));
          }
          schemas.put(renamed.getOrDefault(name, name), schema);
        });
    if (!renamed.isEmpty()) {
      added
          .schemas()
          .forEach((name, schema) ->
              schemas.put(renamed.getOrDefault(name, name), refer(schema, renamed)));
    }
    var methods = new ArrayList<>(api.methods());
    var taken = api.methods().stream().map(ApiMethod::name).collect(Collectors.toSet());
    for (var method : added.methods()) {
      String name = free(method.name(), taken);
      taken.add(name);
      methods.add(moved(method, added, api, renamed).with(parts -> parts.name = name));
    }
    return api.with(parts -> {
      parts.methods = methods;
      parts.schemas = schemas;
    });
  }

  /** On its own server still, and referring to schemas by their names there. */
  private static ApiMethod moved(ApiMethod method, Api from, Api to, Map<String, String> renamed) {
    var tree = refer(Json.toTree(method), renamed);
    return Json.convert(tree, ApiMethod.class)
        .with(parts -> {
          if (parts.baseUrl == null && !from.baseUrl().equals(to.baseUrl())) {
            parts.baseUrl = from.baseUrl().isBlank() ? null : from.baseUrl();
          }
        });
  }

  private static JsonNode refer(JsonNode document, Map<String, String> renamed) {
    if (renamed.isEmpty()) {
      return document;
    }
    var copy = document.deepCopy();
    rename(copy, renamed);
    return copy;
  }

  private static void rename(JsonNode node, Map<String, String> renamed) {
    if (node instanceof ObjectNode object) {
      String reference = object.path("$ref").asString("");
      if (reference.startsWith(SCHEMAS)) {
        String name = reference.substring(SCHEMAS.length());
        object.put("$ref", SCHEMAS + renamed.getOrDefault(name, name));
      }
    }
    for (JsonNode child : node) {
      rename(child, renamed);
    }
  }

  private static Set<String> names(Set<String> some, Set<String> others) {
    var all = new java.util.HashSet<>(some);
    all.addAll(others);
    return all;
  }

  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int i = 2; taken.contains(free); i++) {
      free = name + i;
    }
    return free;
  }
}
