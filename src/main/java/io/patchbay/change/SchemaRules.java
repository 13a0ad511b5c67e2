package io.patchbay.change;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Compares the rules of a schema besides types and fields: values, limits, elements. */
final class SchemaRules {

  /** Rules that take less the greater they are. */
  private static final Set<String> LOWER =
      Set.of(
          "minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains");

  /** Rules that take less the smaller they are. */
  private static final Set<String> UPPER =
      Set.of(
          "maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains");

  private static final Set<String> NEUTRAL = Set.of("$schema", "$id", "id", "$defs", "definitions");
  private static final int LISTED = 5;

  private final SchemaWalk walk;
  private final boolean sent;

  SchemaRules(SchemaWalk walk, boolean sent) {
    this.walk = walk;
    this.sent = sent;
  }

  void compare(String path, FlatSchema old, FlatSchema now) {
    values(path, values(old), values(now));
    Set<String> keywords = new LinkedHashSet<>(now.rules().keySet());
    keywords.addAll(old.rules().keySet());
    for (String keyword : keywords) {
      JsonNode was = old.rules().get(keyword);
      JsonNode is = now.rules().get(keyword);
      if (SchemaSide.isWords(keyword) || NEUTRAL.contains(keyword)) {
        continue;
      }
      switch (keyword) {
        case "enum", "const" -> {}
        case "items" -> elements(path, was, is);
        case "additionalProperties", "unevaluatedProperties" -> further(path, keyword, was, is);
        case "patternProperties" -> each(path, keyword, was, is);
        default -> rule(path, keyword, was, is);
      }
    }
  }

  /** The values that fit; nothing when any do. Null is looked at elsewhere. */
  private static @Nullable Set<JsonNode> values(FlatSchema schema) {
    JsonNode single = schema.rules().get("const");
    JsonNode several = schema.rules().get("enum");
    Set<JsonNode> values = new LinkedHashSet<>();
    if (single != null) {
      values.add(single);
    } else if (several != null && several.isArray()) {
      several.forEach(values::add);
    } else {
      return null;
    }
    values.removeIf(JsonNode::isNull);
    return values;
  }

  private void values(String path, @Nullable Set<JsonNode> was, @Nullable Set<JsonNode> is) {
    if (Objects.equals(was, is)) {
      return;
    }
    if (was == null || is == null) {
      boolean wider = is == null;
      walk.add(
          path,
          ".enum",
          Change.Kind.CHANGED,
          wider == sent ? Impact.SAFE : Impact.MAYBE,
          wider
              ? "%s may have any value now."
              : "%s has one of these values now: " + spoken(Objects.requireNonNull(is)) + ".",
          list(was),
          list(is));
      return;
    }
    Set<JsonNode> added = new LinkedHashSet<>(is);
    added.removeAll(was);
    Set<JsonNode> gone = new LinkedHashSet<>(was);
    gone.removeAll(is);
    if (!added.isEmpty()) {
      walk.add(
          path,
          ".enum",
          Change.Kind.ADDED,
          sent ? Impact.SAFE : Impact.MAYBE,
          "%s may be " + spoken(added) + " too.",
          null,
          list(added));
    }
    if (!gone.isEmpty()) {
      walk.add(
          path,
          ".enum",
          Change.Kind.REMOVED,
          sent ? Impact.BREAKING : Impact.SAFE,
          "%s may no longer be " + spoken(gone) + ".",
          list(gone),
          null);
    }
  }

  private static String spoken(Set<JsonNode> values) {
    List<String> words = new ArrayList<>();
    for (JsonNode value : values) {
      if (words.size() == LISTED) {
        words.add("%,d more".formatted(values.size() - LISTED));
        break;
      }
      words.add("'" + (value.isValueNode() ? value.asString("") : value.toString()) + "'");
    }
    return String.join(", ", words).replace("%", "%%");
  }

  private static @Nullable JsonNode list(@Nullable Set<JsonNode> values) {
    if (values == null) {
      return null;
    }
    var list = JsonNodeFactory.instance.arrayNode();
    values.forEach(list::add);
    return list;
  }

  private void elements(String path, @Nullable JsonNode was, @Nullable JsonNode is) {
    if ((was != null && was.isArray()) || (is != null && is.isArray())) {
      rule(path, "items", was, is);
    } else {
      walk.place(path + ".items", open(was), open(is));
    }
  }

  private static JsonNode open(@Nullable JsonNode schema) {
    return schema == null || (schema.isBoolean() && schema.asBoolean())
        ? JsonNodeFactory.instance.objectNode()
        : schema;
  }

  private void further(String path, String keyword, @Nullable JsonNode was, @Nullable JsonNode is) {
    boolean wasClosed = was != null && was.isBoolean() && !was.asBoolean();
    boolean isClosed = is != null && is.isBoolean() && !is.asBoolean();
    if (wasClosed != isClosed) {
      walk.add(
          path,
          "." + keyword,
          Change.Kind.CHANGED,
          isClosed && sent ? Impact.MAYBE : Impact.SAFE,
          isClosed ? "%s takes no further fields now." : "%s may have further fields now.",
          was,
          is);
    } else if (!isClosed) {
      walk.place(path + ".*", open(was), open(is));
    }
  }

  private void each(String path, String keyword, @Nullable JsonNode was, @Nullable JsonNode is) {
    for (String pattern : Trees.fields(was, is)) {
      walk.place(
          path + "." + keyword + "." + pattern,
          open(Trees.get(was, pattern)),
          open(Trees.get(is, pattern)));
    }
  }

  private void rule(String path, String keyword, @Nullable JsonNode was, @Nullable JsonNode is) {
    if (Objects.equals(was, is)) {
      return;
    }
    walk.add(
        path,
        "." + keyword,
        Change.Kind.CHANGED,
        impact(keyword, was, is),
        "The rule '"
            + keyword.replace("%", "%%")
            + "' of %s is "
            + spoken(is)
            + " instead of "
            + spoken(was)
            + ".",
        was,
        is);
  }

  private static String spoken(@Nullable JsonNode rule) {
    if (rule == null) {
      return "left out";
    }
    String text = rule.isString() ? "'" + rule.asString() + "'" : rule.toString();
    return (text.length() > 60 ? text.substring(0, 60) + "…" : text).replace("%", "%%");
  }

  private Impact impact(String keyword, @Nullable JsonNode was, @Nullable JsonNode is) {
    if (LOWER.contains(keyword) || UPPER.contains(keyword)) {
      return sent && narrows(UPPER.contains(keyword), was, is) ? Impact.MAYBE : Impact.SAFE;
    }
    return switch (keyword) {
      case "pattern", "multipleOf", "uniqueItems" ->
          sent && is != null && !is.equals(JsonNodeFactory.instance.booleanNode(false))
              ? Impact.MAYBE
              : Impact.SAFE;
      case "format" -> sent && is == null ? Impact.SAFE : Impact.MAYBE;
      case "default", "readOnly" -> sent ? Impact.MAYBE : Impact.SAFE;
      case "writeOnly" -> sent ? Impact.SAFE : Impact.MAYBE;
      default -> Impact.MAYBE;
    };
  }

  private static boolean narrows(boolean upper, @Nullable JsonNode was, @Nullable JsonNode is) {
    if (is == null) {
      return false;
    }
    if (was == null || !was.isNumber() || !is.isNumber()) {
      return !is.isBoolean() || is.asBoolean();
    }
    BigDecimal old = was.decimalValue();
    BigDecimal now = is.decimalValue();
    return upper ? now.compareTo(old) < 0 : now.compareTo(old) > 0;
  }
}
