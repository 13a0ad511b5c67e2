package io.patchbay.change;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What differs within a pair of schemas, up to those that they point to: the pairs form a graph, so
 * that each is compared once however often it is used, and a circle does no harm.
 */
final class SchemaNode {

  /**
   * A difference.
   *
   * @param path of what it is about, from the top of the pair, for example {@code .items.price}
   * @param setting what of it differs, for example {@code .required}; empty for the whole
   * @param message with {@code %s} in place of what it is about
   */
  record Difference(
      String path,
      String setting,
      Change.Kind kind,
      Impact impact,
      String message,
      @Nullable JsonNode before,
      @Nullable JsonNode after) {}

  /** A pair that is pointed to. */
  record Edge(String path, SchemaNode to) {}

  private final JsonNode before;
  private final JsonNode after;
  private final Direction direction;
  private final @Nullable String name;
  private final List<Difference> differences = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private boolean compared;

  SchemaNode(JsonNode before, JsonNode after, Direction direction, @Nullable String name) {
    this.before = before;
    this.after = after;
    this.direction = direction;
    this.name = name;
  }

  JsonNode before() {
    return before;
  }

  JsonNode after() {
    return after;
  }

  Direction direction() {
    return direction;
  }

  /** The name of the shared schema; absent for one that stands in place. */
  @Nullable String name() {
    return name;
  }

  List<Difference> differences() {
    return differences;
  }

  List<Edge> edges() {
    return edges;
  }

  /** Whether it is to be compared now; only once true. */
  boolean start() {
    boolean first = !compared;
    compared = true;
    return first;
  }
}
