package io.patchbay.ui.apis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Says in a few words what a schema asks of a value. */
final class SchemaWords {

  private static final int MOST_VALUES = 6;

  private SchemaWords() {}

  /** The type, for example {@code list of text} or {@code Contact}. */
  static String type(JsonNode schema) {
    JsonNode inner = SchemaPaths.at(schema, Nulls.inner(schema));
    SchemaType type = SchemaType.of(inner);
    return switch (type) {
      case LIST -> inner.has("items") ? "list of " + type(inner.path("items")) : type.title;
      case MAP -> "map of " + type(inner.path("additionalProperties"));
      case NAMED -> inner.path("$ref").asString("").replaceFirst(".*/", "");
      case CHOICE -> "one of " + Math.max(inner.path("oneOf").size(), inner.path("anyOf").size());
      case ALL_OF -> "all of " + inner.path("allOf").size();
      case ANY -> {
        List<String> types = SchemaType.types(inner);
        yield types.size() > 1 ? String.join(" or ", types) : type.title;
      }
      case TEXT, WHOLE, NUMBER, BOOLEAN, DATE, DATE_TIME, FILE, OBJECT -> type.title;
    };
  }

  /** The limits and the meaning in one line. */
  static String details(JsonNode schema) {
    var parts = new ArrayList<String>();
    values(schema.path("enum"), parts);
    if (schema.has("const")) {
      parts.add("always " + SchemaTypes.text(schema.get("const")));
    }
    String format = schema.path("format").asString("");
    SchemaType type = SchemaType.of(schema);
    if (!format.isEmpty() && (type == SchemaType.TEXT || type.isNumber())) {
      parts.add(format);
    }
    range(schema, "minimum", "maximum", "", parts);
    range(schema, "minLength", "maxLength", " characters", parts);
    range(schema, "minItems", "maxItems", " elements", parts);
    if (schema.has("pattern")) {
      parts.add("matches " + schema.get("pattern").asString(""));
    }
    if (schema.has("default")) {
      parts.add("default " + SchemaTypes.text(schema.get("default")));
    }
    String description = schema.path("description").asString("").strip();
    if (!description.isEmpty()) {
      parts.add(description.lines().findFirst().orElse(""));
    }
    return String.join(", ", parts);
  }

  private static void values(JsonNode values, List<String> parts) {
    if (values.isArray() && !values.isEmpty()) {
      parts.add(
          values
              .valueStream()
              .limit(MOST_VALUES)
              .map(SchemaTypes::text)
              .collect(Collectors.joining(" | ", "", values.size() > MOST_VALUES ? " | …" : "")));
    }
  }

  private static void range(
      JsonNode schema, String least, String most, String unit, List<String> parts) {
    String from = SchemaTypes.text(schema.get(least));
    String to = SchemaTypes.text(schema.get(most));
    if (!from.isEmpty() && !to.isEmpty()) {
      parts.add((from.equals(to) ? from : from + " to " + to) + unit);
    } else if (!from.isEmpty()) {
      parts.add("at least " + from + unit);
    } else if (!to.isEmpty()) {
      parts.add("at most " + to + unit);
    }
  }
}
