package io.patchbay.change;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Small helps for JSON trees of which either may be missing. */
final class Trees {

  private Trees() {}

  /** The names of the fields of both, those of {@code now} first. */
  static Set<String> fields(@Nullable JsonNode old, @Nullable JsonNode now) {
    Set<String> names = new LinkedHashSet<>();
    if (now instanceof ObjectNode object) {
      names.addAll(object.propertyNames());
    }
    if (old instanceof ObjectNode object) {
      names.addAll(object.propertyNames());
    }
    return names;
  }

  static @Nullable JsonNode get(@Nullable JsonNode tree, String field) {
    return tree == null ? null : tree.get(field);
  }

  /** A copy without that field. */
  static JsonNode without(JsonNode tree, String field) {
    if (!(tree instanceof ObjectNode object)) {
      return tree;
    }
    var copy = JsonNodeFactory.instance.objectNode();
    copy.setAll(object);
    copy.remove(field);
    return copy;
  }
}
