package io.patchbay.api;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Finds the shared schemas that a document refers to, directly and through one another. */
public final class SchemaClosure {

  private static final String PREFIX = "#/schemas/";

  private SchemaClosure() {}

  /** The names of the schemas that a document refers to. */
  public static Set<String> references(JsonNode document) {
    var names = new LinkedHashSet<String>();
    collect(document, names);
    return names;
  }

  /**
   * The schemas of those names and all that they refer to.
   *
   * @param load gives the schemas of some names, leaving out those that are not there
   */
  public static Map<String, JsonNode> of(
      Set<String> names, Function<Set<String>, Map<String, JsonNode>> load) {
    var found = new LinkedHashMap<String, JsonNode>();
    var asked = new LinkedHashSet<String>();
    Set<String> open = names;
    while (!open.isEmpty()) {
      asked.addAll(open);
      var next = new LinkedHashSet<String>();
      load.apply(open)
          .forEach((name, schema) -> {
            found.put(name, schema);
            collect(schema, next);
          });
      next.removeAll(asked);
      open = next;
    }
    return found;
  }

  private static void collect(JsonNode node, Set<String> names) {
    if (node.isObject()) {
      String reference = node.path("$ref").asString("");
      if (reference.startsWith(PREFIX)) {
        names.add(reference.substring(PREFIX.length()));
      }
    }
    for (JsonNode child : node) {
      collect(child, names);
    }
  }
}
