package io.patchbay.importing;

import io.patchbay.common.InvalidException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ContainerNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the tree of a document, within limits. An alias shares the node of its anchor, and counts
 * as many values as that one holds, so that a small text cannot become a huge tree.
 */
final class TreeBuilder implements DocumentEvents {

  /** Greatest nesting; a little less than what a definition may have, which wraps what it takes. */
  static final int MAX_DEPTH = 190;

  private static final int MOST_VALUES = 4_000_000;
  private static final int MOST_BY_ALIAS = 1_000_000;
  private static final int MOST_NOTES = 100;
  private static final int MOST_TAKEN_OVER = 1_000_000;

  private final String name;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<String, Anchored> anchors = new HashMap<>();
  private final List<Note> notes = new ArrayList<>();
  private @Nullable JsonNode top;
  private int values;
  private int byAlias;
  private long takenOver;

  TreeBuilder(String name) {
    this.name = name;
  }

  /** Something about the document as a whole, with its line. */
  record Note(String where, String message, int line) {}

  private record Anchored(@Nullable JsonNode node, int size) {}

  /** An object or list that has not ended. */
  private static final class Open {
    final ContainerNode<?> node;
    final @Nullable String anchor;
    final int valuesBefore;
    final List<ObjectNode> merged = new ArrayList<>(0);
    @Nullable String key;
    @Nullable JsonNode before;
    boolean merge;

    Open(ContainerNode<?> node, @Nullable String anchor, int valuesBefore) {
      this.node = node;
      this.anchor = anchor;
      this.valuesBefore = valuesBefore;
    }
  }

  /** The tree; absent when the text was empty. */
  @Nullable JsonNode tree() {
    return top;
  }

  List<Note> notes() {
    return notes;
  }

  @Override
  public void startObject(@Nullable String anchor, int line, int column) {
    start(JsonNodeFactory.instance.objectNode(), anchor, line, column);
  }

  @Override
  public void startList(@Nullable String anchor, int line, int column) {
    start(JsonNodeFactory.instance.arrayNode(), anchor, line, column);
  }

  private void start(ContainerNode<?> node, @Nullable String anchor, int line, int column) {
    if (open.size() >= MAX_DEPTH) {
      throw new InvalidException(
          name,
          "At line %,d, column %,d the document is nested more than %d levels deep. No more is read."
              .formatted(line, column, MAX_DEPTH));
    }
    count(1, line);
    if (anchor != null) {
      anchors.put(anchor, new Anchored(null, 0));
    }
    open.push(new Open(node, anchor, values));
  }

  @Override
  public void end() {
    Open ended = open.pop();
    if (ended.node instanceof ObjectNode object) {
      for (ObjectNode merged : ended.merged) {
        merged.properties().forEach(e -> object.putIfAbsent(e.getKey(), e.getValue()));
      }
    }
    if (ended.anchor != null) {
      anchors.put(ended.anchor, new Anchored(ended.node, values - ended.valuesBefore + 1));
    }
    add(ended.node, 0);
  }

  @Override
  public void key(String key, int line) {
    Open object = open.element();
    object.merge = false;
    object.key = key;
    object.before = ((ObjectNode) object.node).get(key);
    if (object.before != null && notes.size() < MOST_NOTES) {
      twice(key, line);
    }
  }

  private void twice(String key, int line) {
    boolean kept = open.size() <= 2;
    note(
        new Note(
            place(),
            kept
                ? "'%s' stands here twice. Both were read; where they differ, the second holds."
                    .formatted(key)
                : "'%s' stands here twice. Only the second was read.".formatted(key),
            line));
  }

  @Override
  public void mergeKey(int line) {
    Open object = open.element();
    object.merge = true;
  }

  @Override
  public void scalar(JsonNode value, @Nullable String anchor, int line, int column) {
    count(1, line);
    if (anchor != null) {
      anchors.put(anchor, new Anchored(value, 1));
    }
    add(value, line);
  }

  @Override
  public void alias(String anchor, int line, int column) {
    Anchored anchored = anchors.get(anchor);
    String at = "At line %,d, column %,d ".formatted(line, column);
    if (anchored == null) {
      throw new InvalidException(
          name, at + "'*%s' refers to an anchor that is not there before it.".formatted(anchor));
    }
    if (anchored.node == null) {
      throw new InvalidException(
          name,
          at + "'*%s' refers to what it stands in itself, which has no end.".formatted(anchor));
    }
    byAlias = sum(byAlias, anchored.size);
    if (byAlias > MOST_BY_ALIAS) {
      throw new InvalidException(
          name,
          at
              + "the aliases of this YAML have unfolded to more than %,d values. No more is read."
                  .formatted(MOST_BY_ALIAS));
    }
    count(anchored.size, line);
    add(anchored.node, line);
  }

  @Override
  public void note(String message, int line) {
    note(new Note("", message, line));
  }

  private void note(Note note) {
    if (notes.size() < MOST_NOTES) {
      notes.add(note);
    }
  }

  private void count(int more, int line) {
    values = sum(values, more);
    if (values > MOST_VALUES) {
      throw new InvalidException(
          name,
          "The document holds more than %,d values, reached at line %,d. Import it in parts."
              .formatted(MOST_VALUES, line));
    }
  }

  private static int sum(int a, int b) {
    return (int) Math.min(Integer.MAX_VALUE, (long) a + b);
  }

  private void add(JsonNode value, int line) {
    Open holder = open.peek();
    if (holder == null) {
      first(value, line);
    } else if (holder.node instanceof ArrayNode list) {
      list.add(value);
    } else if (holder.merge) {
      merge(holder, value);
    } else if (holder.key != null) {
      ((ObjectNode) holder.node).set(holder.key, both(holder.before, value));
      holder.key = null;
    }
  }

  private void first(JsonNode value, int line) {
    if (top == null) {
      top = value;
    } else {
      note("After the end of the document there is more, which was not read.", line);
    }
  }

  private static void merge(Open holder, JsonNode value) {
    holder.merge = false;
    if (value instanceof ObjectNode object) {
      holder.merged.add(object);
    } else {
      for (JsonNode element : value) {
        if (element instanceof ObjectNode object) {
          holder.merged.add(object);
        }
      }
    }
  }

  /** A path or a group of definitions that is written twice loses nothing near the top. */
  private JsonNode both(@Nullable JsonNode before, JsonNode value) {
    if (open.size() <= 2
        && before instanceof ObjectNode first
        && value instanceof ObjectNode second) {
      takenOver += first.size() + second.size();
      if (takenOver < MOST_TAKEN_OVER) {
        return JsonNodeFactory.instance.objectNode().setAll(first).setAll(second);
      }
    }
    return value;
  }

  private String place() {
    var keys = new ArrayList<String>();
    open.descendingIterator()
        .forEachRemaining(o -> {
          if (o.key != null) {
            keys.add(o.key);
          }
        });
    return String.join(".", keys);
  }
}
