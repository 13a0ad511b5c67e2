package io.patchbay.change;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Compares the schemas of two definitions, pair by pair. */
final class SchemaDiff {

  private final SchemaSide before;
  private final SchemaSide after;
  private final Set<String> affected;
  private final Map<Direction, IdentityHashMap<JsonNode, IdentityHashMap<JsonNode, SchemaNode>>>
      nodes = new EnumMap<>(Direction.class);

  SchemaDiff(Map<String, JsonNode> before, Map<String, JsonNode> after) {
    this.before = new SchemaSide(before);
    this.after = new SchemaSide(after);
    this.affected = SchemaNames.affected(before, after);
  }

  /** The pair with all that differs in it; nothing when nothing can differ. */
  @Nullable SchemaNode compare(@Nullable JsonNode was, @Nullable JsonNode is, Direction direction) {
    JsonNode old = was == null ? JsonNodeFactory.instance.objectNode() : was;
    JsonNode now = is == null ? JsonNodeFactory.instance.objectNode() : is;
    if (untouched(old, now)) {
      return null;
    }
    var top = new SchemaNode(old, now, direction, null);
    top.start();
    new SchemaWalk(this, top).place("", old, now);
    return top;
  }

  /** The pair of those two, compared; made at its first use. */
  SchemaNode node(JsonNode was, JsonNode is, Direction direction, @Nullable String name) {
    return nodes
        .computeIfAbsent(direction, _ -> new IdentityHashMap<>())
        .computeIfAbsent(was, _ -> new IdentityHashMap<>())
        .computeIfAbsent(is, _ -> new SchemaNode(was, is, direction, name));
  }

  /** Compares a pair if that has not been done. */
  SchemaNode compared(SchemaNode node) {
    if (node.start()) {
      new SchemaWalk(this, node).content("", node.before(), node.after());
    }
    return node;
  }

  /** Whether two places say the same, also behind all that they point to. */
  boolean untouched(JsonNode was, JsonNode is) {
    if (!was.equals(is)) {
      return false;
    }
    if (affected.isEmpty()) {
      return true;
    }
    Set<String> names = new HashSet<>();
    SchemaNames.collect(was, names);
    names.retainAll(affected);
    return names.isEmpty();
  }

  SchemaSide before() {
    return before;
  }

  SchemaSide after() {
    return after;
  }
}
