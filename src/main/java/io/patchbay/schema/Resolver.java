package io.patchbay.schema;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Follows references and merges {@code allOf}, so that a schema can be read at one place. */
final class Resolver {

  private static final int MAX_MERGED = 50;

  private final Function<String, ? extends @Nullable JsonNode> references;

  Resolver(Function<String, ? extends @Nullable JsonNode> references) {
    this.references = references;
  }

  /** The schema with its references at the top followed; an empty one when there is none. */
  ObjectNode resolve(@Nullable JsonNode schema) {
    return merge(schema, new HashSet<>());
  }

  private ObjectNode merge(@Nullable JsonNode schema, Set<String> followed) {
    var merged = JsonNodeFactory.instance.objectNode();
    if (!(schema instanceof ObjectNode object)) {
      return merged;
    }
    String reference = object.path("$ref").asString("");
    if (!reference.isEmpty() && followed.size() < MAX_MERGED && followed.add(reference)) {
      addAll(merged, merge(references.apply(reference), followed));
    }
    for (JsonNode part : object.path("allOf")) {
      addAll(merged, merge(part, followed));
    }
    var own = JsonNodeFactory.instance.objectNode();
    own.setAll(object);
    own.remove("$ref");
    own.remove("allOf");
    addAll(merged, own);
    return merged;
  }

  private static void addAll(ObjectNode merged, ObjectNode further) {
    for (var entry : further.properties()) {
      String keyword = entry.getKey();
      JsonNode before = merged.get(keyword);
      if (keyword.equals("properties") && before instanceof ObjectNode known) {
        var both = merged.putObject(keyword);
        known.properties().forEach(p -> both.set(p.getKey(), p.getValue()));
        entry.getValue().properties().forEach(p -> both.set(p.getKey(), p.getValue()));
      } else if (keyword.equals("required") && before != null && before.isArray()) {
        var all = merged.putArray(keyword);
        before.forEach(all::add);
        entry.getValue().forEach(all::add);
      } else {
        merged.set(keyword, entry.getValue());
      }
    }
  }
}
