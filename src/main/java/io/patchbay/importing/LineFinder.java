package io.patchbay.importing;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds the lines of some places in one further pass over a document. */
final class LineFinder implements DocumentEvents {

  private final Wanted top = new Wanted();
  private final Deque<Open> open = new ArrayDeque<>();

  /** A place that is looked for, or one on the way to it. */
  private static final class Wanted {
    final Map<String, Wanted> children = new HashMap<>(2);
    int line;
  }

  private static final class Open {
    final @Nullable Wanted place;
    final boolean list;
    int next;
    @Nullable Wanted child;

    Open(@Nullable Wanted place, boolean list) {
      this.place = place;
      this.list = list;
    }
  }

  LineFinder(Collection<List<String>> places) {
    for (List<String> place : places) {
      Wanted at = top;
      for (String segment : place) {
        at = at.children.computeIfAbsent(segment, _ -> new Wanted());
      }
    }
  }

  /** The line of a place, or of the nearest one around it that the text has. */
  int line(List<String> place) {
    Wanted at = top;
    int line = at.line;
    for (String segment : place) {
      at = at.children.get(segment);
      if (at == null || at.line == 0) {
        return line;
      }
      line = at.line;
    }
    return line;
  }

  @Override
  public void startObject(@Nullable String anchor, int line, int column) {
    open.push(new Open(arrive(line), false));
  }

  @Override
  public void startList(@Nullable String anchor, int line, int column) {
    open.push(new Open(arrive(line), true));
  }

  @Override
  public void end() {
    open.pop();
  }

  @Override
  public void key(String name, int line) {
    Open object = open.element();
    object.child = object.place == null ? null : object.place.children.get(name);
    if (object.child != null) {
      object.child.line = line;
    }
  }

  @Override
  public void mergeKey(int line) {
    open.element().child = null;
  }

  @Override
  public void scalar(JsonNode value, @Nullable String anchor, int line, int column) {
    arrive(line);
  }

  @Override
  public void alias(String anchor, int line, int column) {
    arrive(line);
  }

  @Override
  public void note(String message, int line) {}

  private @Nullable Wanted arrive(int line) {
    Open holder = open.peek();
    if (holder == null) {
      top.line = Math.max(1, line);
      return top;
    }
    if (!holder.list) {
      return holder.child;
    }
    Wanted place =
        holder.place == null || holder.place.children.isEmpty()
            ? null
            : holder.place.children.get(Integer.toString(holder.next));
    holder.next++;
    if (place != null) {
      place.line = line;
    }
    return place;
  }
}
