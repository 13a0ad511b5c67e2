package io.patchbay.change;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Merges JSON trees three ways: what only one side changed is taken from that side; where both did,
 * {@code mine} stays and a conflict is reported. Absent is null.
 */
final class TreeMerge {

  /** How one kind of value is merged. */
  @FunctionalInterface
  interface Rule {
    @Nullable JsonNode merge(
        String where, @Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs);
  }

  /** Which rule holds for a field. */
  @FunctionalInterface
  interface Fields {
    Rule of(String field);
  }

  private final Conflicts conflicts;

  TreeMerge(Conflicts conflicts) {
    this.conflicts = conflicts;
  }

  /** The whole from one side. */
  @Nullable JsonNode whole(
      String where, @Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
    if (Objects.equals(mine, theirs) || Objects.equals(base, theirs)) {
      return mine;
    }
    if (Objects.equals(base, mine)) {
      return theirs;
    }
    conflicts.add(where, mine, theirs);
    return mine;
  }

  /** Objects field by field, at all depths; lists and other values as a whole. */
  @Nullable JsonNode deep(
      String where, @Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
    return fields(where, base, mine, theirs, _ -> this::deep);
  }

  /** Objects field by field. */
  @Nullable JsonNode fields(
      String where,
      @Nullable JsonNode base,
      @Nullable JsonNode mine,
      @Nullable JsonNode theirs,
      Fields rules) {
    boolean decided =
        Objects.equals(mine, theirs)
            || Objects.equals(base, mine)
            || Objects.equals(base, theirs)
            || !(mine instanceof ObjectNode)
            || !(theirs instanceof ObjectNode);
    if (decided) {
      return whole(where, base, mine, theirs);
    }
    var merged = JsonNodeFactory.instance.objectNode();
    for (String field : Order.merge(names(base), names(mine), names(theirs))) {
      JsonNode value =
          rules
              .of(field)
              .merge(
                  where.isEmpty() ? field : where + "." + field,
                  Trees.get(base, field),
                  Trees.get(mine, field),
                  Trees.get(theirs, field));
      if (value != null) {
        merged.set(field, value);
      }
    }
    return merged;
  }

  private static List<String> names(@Nullable JsonNode object) {
    return object instanceof ObjectNode node ? List.copyOf(node.propertyNames()) : List.of();
  }

  /** Lists whose elements have no order and of which an absent one is empty: {@code required}. */
  @Nullable JsonNode set(
      String where, @Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
    boolean decided =
        Objects.equals(mine, theirs) || Objects.equals(base, mine) || Objects.equals(base, theirs);
    if (decided || !isList(base) || !isList(mine) || !isList(theirs)) {
      return whole(where, base, mine, theirs);
    }
    Set<JsonNode> before = elements(base);
    Set<JsonNode> here = elements(mine);
    Set<JsonNode> there = elements(theirs);
    var merged = JsonNodeFactory.instance.arrayNode();
    for (JsonNode element : Order.merge(before, here, there)) {
      boolean inBoth = here.contains(element) && there.contains(element);
      if (inBoth || !before.contains(element)) {
        merged.add(element);
      }
    }
    return merged.isEmpty() && (mine == null || theirs == null) ? null : merged;
  }

  /** As {@link #set}, for lists of which an absent one holds everything: {@code enum}. */
  @Nullable JsonNode choice(
      String where, @Nullable JsonNode base, @Nullable JsonNode mine, @Nullable JsonNode theirs) {
    return base == null || mine == null || theirs == null
        ? whole(where, base, mine, theirs)
        : set(where, base, mine, theirs);
  }

  private static boolean isList(@Nullable JsonNode value) {
    return value == null || value.isArray();
  }

  private static Set<JsonNode> elements(@Nullable JsonNode list) {
    Set<JsonNode> elements = new LinkedHashSet<>();
    if (list != null) {
      list.forEach(elements::add);
    }
    return elements;
  }
}
