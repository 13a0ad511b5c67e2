package io.patchbay.change;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares the alternatives of {@code oneOf} and {@code anyOf}. */
final class SchemaOptions {

  private final SchemaDiff diff;
  private final SchemaWalk walk;
  private final boolean sent;

  SchemaOptions(SchemaDiff diff, SchemaWalk walk, boolean sent) {
    this.diff = diff;
    this.walk = walk;
    this.sent = sent;
  }

  void compare(String path, FlatSchema old, FlatSchema now) {
    List<JsonNode> was = old.options();
    List<JsonNode> is = now.options();
    if (was.isEmpty() && is.isEmpty()) {
      return;
    }
    if (was.isEmpty() || is.isEmpty()) {
      walk.add(
          path,
          ".oneOf",
          Change.Kind.CHANGED,
          is.isEmpty() == sent ? Impact.SAFE : Impact.MAYBE,
          is.isEmpty() ? "%s is no longer one of several." : "%s is one of several now.",
          null,
          null);
      return;
    }
    var pairs =
        Pairs.<JsonNode>of(
            was, is, List.of(option -> option, this::name, SchemaOptions::title, this::type));
    for (var pair : pairs.matched()) {
      walk.place(path + ".oneOf." + label(pair.after(), is), pair.before(), pair.after());
    }
    List<JsonNode> gone = pairs.removed();
    List<JsonNode> added = pairs.added();
    for (JsonNode option : gone) {
      walk.add(
          path,
          ".oneOf." + label(option, was),
          Change.Kind.REMOVED,
          sent ? Impact.BREAKING : Impact.SAFE,
          "%s can no longer be '" + escaped(label(option, was)) + "'.",
          option,
          null);
    }
    for (JsonNode option : added) {
      walk.add(
          path,
          ".oneOf." + label(option, is),
          Change.Kind.ADDED,
          sent ? Impact.SAFE : Impact.MAYBE,
          "%s can be '" + escaped(label(option, is)) + "' too.",
          null,
          option);
    }
  }

  private @Nullable Object name(JsonNode option) {
    String before = diff.before().target(option).name();
    return before == null ? diff.after().target(option).name() : before;
  }

  private static @Nullable Object title(JsonNode option) {
    return option.path("title").isString() ? option.path("title").asString() : null;
  }

  private @Nullable Object type(JsonNode option) {
    return option.has("type") ? option.get("type") : null;
  }

  private String label(JsonNode option, List<JsonNode> all) {
    Object name = name(option);
    Object title = name == null ? title(option) : name;
    if (title != null) {
      return title.toString();
    }
    return Integer.toString(all.indexOf(option));
  }

  private static String escaped(String text) {
    return text.replace("%", "%%");
  }
}
