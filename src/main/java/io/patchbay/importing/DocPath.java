package io.patchbay.importing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document, as the way that leads to it from its top.
 *
 * @param parent absent at the top
 * @param name the key of an object, or the index in a list
 * @param element whether it is an index
 */
record DocPath(@Nullable DocPath parent, String name, boolean element) {

  static final DocPath TOP = new DocPath(null, "", false);

  DocPath field(String key) {
    return new DocPath(this, key, false);
  }

  DocPath item(int index) {
    return new DocPath(this, Integer.toString(index), true);
  }

  /** The keys and indexes from the top. */
  List<String> segments() {
    return ways().stream().map(DocPath::name).toList();
  }

  /** As {@code paths./pets.get.parameters[2]}. */
  @Override
  public String toString() {
    var text = new StringBuilder();
    for (DocPath way : ways()) {
      if (way.element) {
        text.append('[').append(way.name).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(way.name);
      }
    }
    return text.toString();
  }

  private Deque<DocPath> ways() {
    var ways = new ArrayDeque<DocPath>();
    for (DocPath at = this; at.parent != null; at = at.parent) {
      ways.push(at);
    }
    return ways;
  }
}
