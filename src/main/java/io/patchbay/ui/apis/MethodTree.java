package io.patchbay.ui.apis;

import io.patchbay.api.MethodSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The methods of an API in groups, by tag or by path, as the lines of a tree. */
final class MethodTree {

  /** What groups the methods. */
  enum By {
    TAG,
    PATH
  }

  /** A line: a group or a method. */
  sealed interface Row {

    /** How far it stands in. */
    int depth();
  }

  /**
   * Several methods.
   *
   * @param key tells groups apart
   * @param count how many methods it holds, those of groups in it included
   */
  record Group(String key, String label, int count, int depth, boolean open) implements Row {}

  /** One method. */
  record Leaf(MethodSummary method, int depth) implements Row {}

  private final Predicate<String> isOpen;
  private final List<Row> rows = new ArrayList<>();

  private MethodTree(Predicate<String> isOpen) {
    this.isOpen = isOpen;
  }

  /**
   * The lines to show.
   *
   * @param isOpen whether the group of that key shows what it holds
   */
  static List<Row> rows(List<MethodSummary> methods, By by, Predicate<String> isOpen) {
    var root = new Node("", "");
    methods.forEach(method -> root.add(method, groups(method, by)));
    var tree = new MethodTree(isOpen);
    tree.inside(root, 0);
    return List.copyOf(tree.rows);
  }

  /** The keys of the groups that a method is in, outermost first. */
  static List<String> keys(MethodSummary method, By by) {
    var keys = new ArrayList<String>();
    String key = "";
    for (String group : groups(method, by)) {
      key = key + "/" + group;
      keys.add(key);
    }
    return keys;
  }

  /** The methods that have the text in name, title, path or verb. */
  static List<MethodSummary> having(List<MethodSummary> methods, String q) {
    String text = q.toLowerCase(Locale.ROOT);
    return methods.stream()
        .filter(method ->
            (method.name() + " " + method.title() + " " + method.verb() + " " + method.path())
                .toLowerCase(Locale.ROOT)
                .contains(text))
        .toList();
  }

  private static List<String> groups(MethodSummary method, By by) {
    return switch (by) {
      case TAG -> method.tag().isEmpty() ? List.of() : List.of(method.tag());
      case PATH ->
          List.of(method.path().replaceFirst("[?#].*", "").split("/")).stream()
              .filter(segment -> !segment.isEmpty())
              .toList();
    };
  }

  private void inside(Node node, int depth) {
    node.methods.forEach(method -> rows.add(new Leaf(method, depth)));
    node.children.values().forEach(child -> add(child, depth));
  }

  /** A group; groups that hold nothing but one other group are shown as one. */
  private void add(Node group, int depth) {
    Node at = group;
    var label = new StringBuilder(at.label);
    while (at.methods.isEmpty() && at.children.size() == 1) {
      at = at.children.values().iterator().next();
      label.append('/').append(at.label);
    }
    if (at.children.isEmpty() && at.methods.size() == 1 && depth > 0) {
      rows.add(new Leaf(at.methods.getFirst(), depth));
      return;
    }
    boolean open = isOpen.test(at.key);
    rows.add(new Group(at.key, label.toString(), at.count(), depth, open));
    if (open) {
      inside(at, depth + 1);
    }
  }

  private static final class Node {
    private final String key;
    private final String label;
    private final Map<String, Node> children = new LinkedHashMap<>();
    private final List<MethodSummary> methods = new ArrayList<>();

    Node(String key, String label) {
      this.key = key;
      this.label = label;
    }

    void add(MethodSummary method, List<String> groups) {
      Node at = this;
      for (String group : groups) {
        String below = at.key + "/" + group;
        at = at.children.computeIfAbsent(group, label -> new Node(below, label));
      }
      at.methods.add(method);
    }

    int count() {
      return methods.size() + children.values().stream().mapToInt(Node::count).sum();
    }
  }
}
