package io.patchbay.change;

import io.patchbay.common.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Collects the changes of one method, or of the API itself. */
final class Findings {

  /** Characters of a value that are kept. */
  private static final int MOST_SHOWN = 1_000;

  private final @Nullable String method;
  private final List<Change> changes = new ArrayList<>();

  Findings(@Nullable String method) {
    this.method = method;
  }

  List<Change> all() {
    return changes;
  }

  void added(String where, Impact impact, String message, @Nullable Object after) {
    add(where, Change.Kind.ADDED, impact, message, null, after);
  }

  void removed(String where, Impact impact, String message, @Nullable Object before) {
    add(where, Change.Kind.REMOVED, impact, message, before, null);
  }

  /** Reports the field when it differs. */
  void changed(
      String where,
      Impact impact,
      String message,
      @Nullable Object before,
      @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      add(where, Change.Kind.CHANGED, impact, message, before, after);
    }
  }

  void add(
      String where,
      Change.Kind kind,
      Impact impact,
      String message,
      @Nullable Object before,
      @Nullable Object after) {
    changes.add(new Change(method, where, kind, impact, message, tree(before), tree(after)));
  }

  private static @Nullable JsonNode tree(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case JsonNode node -> shortened(node);
      default -> shortened(Json.toTree(value));
    };
  }

  private static JsonNode shortened(JsonNode value) {
    String text = value.isString() ? value.asString() : value.toString();
    return text.length() <= MOST_SHOWN
        ? value
        : JsonNodeFactory.instance.stringNode(text.substring(0, MOST_SHOWN) + "…");
  }
}
