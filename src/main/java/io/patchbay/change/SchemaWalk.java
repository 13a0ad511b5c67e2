package io.patchbay.change;

import io.patchbay.change.SchemaNode.Difference;
import io.patchbay.change.SchemaNode.Edge;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Compares one pair of schemas down to where they point to others. */
final class SchemaWalk {

  private final SchemaDiff diff;
  private final SchemaNode node;
  private final boolean sent;

  SchemaWalk(SchemaDiff diff, SchemaNode node) {
    this.diff = diff;
    this.node = node;
    this.sent = node.direction() == Direction.SENT;
  }

  /** Compares what stands at a place, which may be but a reference. */
  void place(String path, JsonNode was, JsonNode is) {
    if (diff.untouched(was, is)) {
      return;
    }
    var old = diff.before().target(was);
    var now = diff.after().target(is);
    boolean composed = was.has("allOf") || is.has("allOf") || was.has("$ref") || is.has("$ref");
    if (!old.moved() && !now.moved() && !composed) {
      content(path, was, is);
      return;
    }
    if (old.moved() || now.moved()) {
      words(path, beside(was, old), beside(is, now));
      boolean wasNull = old.nullable() || diff.before().flat(old.core()).takesNull();
      boolean isNull = now.nullable() || diff.after().flat(now.core()).takesNull();
      if (old.nullable() || now.nullable()) {
        nullable(path, wasNull, isNull);
      }
    }
    edge(path, old, now);
  }

  private void edge(String path, SchemaSide.Target old, SchemaSide.Target now) {
    JsonNode was = old.core();
    JsonNode is = now.core();
    if (diff.untouched(was, is)) {
      return;
    }
    String name = now.name() == null ? old.name() : now.name();
    node.edges().add(new Edge(path, diff.node(was, is, node.direction(), name)));
  }

  /** Compares all that two schemas say. */
  void content(String path, JsonNode was, JsonNode is) {
    FlatSchema old = diff.before().flat(was);
    FlatSchema now = diff.after().flat(is);
    if (old.isOpen() != now.isOpen()) {
      opened(path, was, is, now.isOpen());
      return;
    }
    types(path, old, now);
    nullable(path, old.takesNull(), now.takesNull());
    properties(path, old, now);
    new SchemaRules(this, sent).compare(path, old, now);
    new SchemaOptions(diff, this, sent).compare(path, old, now);
    words(path, old.rules(), now.rules());
  }

  private void opened(String path, JsonNode was, JsonNode is, boolean open) {
    if (open) {
      add(
          path,
          "",
          Change.Kind.REMOVED,
          sent ? Impact.SAFE : Impact.MAYBE,
          "%s is no longer described.",
          was,
          null);
    } else {
      add(
          path,
          "",
          Change.Kind.ADDED,
          sent ? Impact.MAYBE : Impact.SAFE,
          "%s is described now.",
          null,
          is);
    }
  }

  private void types(String path, FlatSchema old, FlatSchema now) {
    Set<String> was = old.types();
    Set<String> is = now.types();
    if (was.equals(is)) {
      return;
    }
    boolean wider = covers(is, was);
    boolean narrower = covers(was, is);
    Impact impact;
    if (wider) {
      impact = sent ? Impact.SAFE : Impact.MAYBE;
    } else if (narrower) {
      impact = !sent ? Impact.SAFE : was.isEmpty() ? Impact.MAYBE : Impact.BREAKING;
    } else {
      impact = Impact.BREAKING;
    }
    add(
        path,
        ".type",
        Change.Kind.CHANGED,
        impact,
        "%s is " + spoken(is) + " instead of " + spoken(was) + ".",
        list(was),
        list(is));
  }

  /** Whether all that fits {@code inner} fits {@code outer} too. */
  private static boolean covers(Set<String> outer, Set<String> inner) {
    if (outer.isEmpty()) {
      return true;
    }
    return !inner.isEmpty()
        && inner.stream()
            .allMatch(type ->
                outer.contains(type) || (type.equals("integer") && outer.contains("number")));
  }

  private static String spoken(Set<String> types) {
    return types.isEmpty() ? "anything" : String.join(" or ", types).replace("%", "%%");
  }

  private static JsonNode list(Set<String> words) {
    var list = JsonNodeFactory.instance.arrayNode();
    words.forEach(list::add);
    return list.size() == 1 ? list.get(0) : list;
  }

  private void nullable(String path, boolean was, boolean is) {
    if (was != is) {
      add(
          path,
          ".nullable",
          Change.Kind.CHANGED,
          is == sent ? Impact.SAFE : Impact.MAYBE,
          is ? "%s may be null now." : "%s may no longer be null.",
          JsonNodeFactory.instance.booleanNode(was),
          JsonNodeFactory.instance.booleanNode(is));
    }
  }

  private void properties(String path, FlatSchema old, FlatSchema now) {
    Set<String> names = new LinkedHashSet<>(now.properties().keySet());
    names.addAll(old.properties().keySet());
    Set<String> needs = new LinkedHashSet<>(now.required());
    needs.addAll(old.required());
    names.addAll(needs);
    for (String name : names) {
      JsonNode was = old.properties().get(name);
      JsonNode is = now.properties().get(name);
      String at = path + "." + name;
      if (was == null && is == null) {
        need(at, null, old.required().contains(name), now.required().contains(name));
      } else if (was == null) {
        added(at, Objects.requireNonNull(is), now.required().contains(name));
      } else if (is == null) {
        removed(at, was, old.required().contains(name));
      } else if (oneWay(was) && oneWay(is)) {
        otherWay(at, was, is);
      } else {
        need(at, is, old.required().contains(name), now.required().contains(name));
        place(at, was, is);
      }
    }
  }

  /** Whether the field does not travel in this direction. */
  private boolean oneWay(JsonNode property) {
    return property.path(sent ? "readOnly" : "writeOnly").asBoolean(false);
  }

  private void otherWay(String path, JsonNode was, JsonNode is) {
    if (!was.equals(is)) {
      add(
          path,
          "",
          Change.Kind.CHANGED,
          Impact.SAFE,
          sent ? "%s changed; it is only received." : "%s changed; it is only sent.",
          was,
          is);
    }
  }

  private void added(String path, JsonNode is, boolean required) {
    boolean needed = sent && required && !is.has("default") && !oneWay(is);
    add(
        path,
        "",
        Change.Kind.ADDED,
        needed ? Impact.BREAKING : Impact.SAFE,
        needed ? "%s is new and required." : "%s is new.",
        null,
        is);
  }

  private void removed(String path, JsonNode was, boolean required) {
    Impact impact = sent && !required ? Impact.MAYBE : Impact.BREAKING;
    add(
        path,
        "",
        Change.Kind.REMOVED,
        oneWay(was) ? Impact.SAFE : impact,
        "%s is gone.",
        was,
        null);
  }

  private void need(String path, @Nullable JsonNode schema, boolean was, boolean is) {
    if (was == is) {
      return;
    }
    Impact impact;
    if (sent) {
      boolean filled = schema != null && schema.has("default");
      impact = is && !filled ? Impact.BREAKING : Impact.SAFE;
    } else {
      impact = is ? Impact.SAFE : Impact.MAYBE;
    }
    add(
        path,
        ".required",
        Change.Kind.CHANGED,
        impact,
        is
            ? sent ? "%s is required now." : "%s is always there now."
            : sent ? "%s may be left out now." : "%s may be missing now.",
        JsonNodeFactory.instance.booleanNode(was),
        JsonNodeFactory.instance.booleanNode(is));
  }

  /** What is said beside a reference. */
  private static Map<String, JsonNode> beside(JsonNode schema, SchemaSide.Target target) {
    Map<String, JsonNode> words = new LinkedHashMap<>();
    if (target.moved()) {
      schema.properties().forEach(entry -> words.put(entry.getKey(), entry.getValue()));
    }
    return words;
  }

  private void words(String path, Map<String, JsonNode> was, Map<String, JsonNode> is) {
    Set<String> keywords = new LinkedHashSet<>(is.keySet());
    keywords.addAll(was.keySet());
    for (String keyword : keywords) {
      JsonNode old = was.get(keyword);
      JsonNode now = is.get(keyword);
      if (SchemaSide.isWords(keyword) && !Objects.equals(old, now)) {
        add(
            path,
            "." + keyword,
            Change.Kind.CHANGED,
            Impact.SAFE,
            "The " + keyword.replace("%", "%%") + " of %s changed.",
            old,
            now);
      }
    }
  }

  void add(
      String path,
      String setting,
      Change.Kind kind,
      Impact impact,
      String message,
      @Nullable JsonNode was,
      @Nullable JsonNode is) {
    node.differences().add(new Difference(path, setting, kind, impact, message, was, is));
  }
}
