package io.patchbay.schema;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes a plausible value of a schema: its example, default or first choice, else by its type. */
public final class SampleValue {

  private static final int MAX_DEPTH = 8;
  private static final int MAX_DEPTH_OF_OPTIONAL = 4;
  private static final int MAX_PADDING = 200;
  private static final int MAX_DIGITS = 400;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Resolver resolver;
  private final Deque<String> open = new ArrayDeque<>();

  private SampleValue(Resolver resolver) {
    this.resolver = resolver;
  }

  /**
   * A value that fits the schema, as far as that can be told without trying.
   *
   * @param references gives the schema for a {@code $ref}; null when there is none
   */
  public static JsonNode of(
      JsonNode schema, Function<String, ? extends @Nullable JsonNode> references) {
    JsonNode sample = new SampleValue(new Resolver(references)).sample(schema, 0);
    return sample == null ? NODES.nullNode() : sample;
  }

  /** Null when the schema would contain itself for ever. */
  private @Nullable JsonNode sample(JsonNode schema, int depth) {
    String reference = schema.path("$ref").asString("");
    if (depth > MAX_DEPTH || open.contains(reference)) {
      return null;
    }
    if (reference.isEmpty()) {
      return resolved(resolver.resolve(schema), depth);
    }
    open.push(reference);
    try {
      return resolved(resolver.resolve(schema), depth);
    } finally {
      open.pop();
    }
  }

  private @Nullable JsonNode resolved(JsonNode schema, int depth) {
    JsonNode given = given(schema);
    if (given != null) {
      return given;
    }
    for (JsonNode option : Options.of(schema)) {
      JsonNode sample = sample(option, depth);
      if (sample != null && !sample.isNull()) {
        return sample;
      }
    }
    var kinds = TypeWords.kinds(schema).iterator();
    return kinds.hasNext() ? ofKind(kinds.next(), schema, depth) : NODES.nullNode();
  }

  private static @Nullable JsonNode given(JsonNode schema) {
    for (String keyword : List.of("example", "examples", "default", "const", "enum")) {
      JsonNode found = schema.path(keyword);
      boolean isList = keyword.equals("examples") || keyword.equals("enum");
      JsonNode value = isList ? found.path(0) : found;
      if (!value.isMissingNode()) {
        return value;
      }
    }
    return null;
  }

  private JsonNode ofKind(Kind kind, JsonNode schema, int depth) {
    return switch (kind) {
      case STRING -> NODES.stringNode(text(schema));
      case INTEGER -> number(schema, true);
      case NUMBER -> number(schema, false);
      case BOOLEAN -> NODES.booleanNode(true);
      case NULL -> NODES.nullNode();
      case ARRAY -> array(schema, depth);
      case OBJECT -> object(schema, depth);
    };
  }

  private static String text(JsonNode schema) {
    String format = schema.path("format").asString("");
    String text =
        TextFormat.of(format)
            .map(TextFormat::example)
            .orElse(format.equals("time") ? "12:00:00Z" : "text");
    int least = Math.min(schema.path("minLength").asInt(0), MAX_PADDING);
    int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    String padded = text.length() < least ? text + "x".repeat(least - text.length()) : text;
    return padded.length() > most ? padded.substring(0, Math.max(0, most)) : padded;
  }

  private static JsonNode number(JsonNode schema, boolean whole) {
    BigDecimal value = whole ? BigDecimal.ONE : new BigDecimal("1.5");
    BigDecimal least = bound(schema, "minimum");
    BigDecimal above = bound(schema, "exclusiveMinimum");
    BigDecimal most = bound(schema, "maximum");
    if (least != null) {
      value = value.max(least);
    }
    if (above != null) {
      value = value.max(above.add(BigDecimal.ONE));
    }
    if (most != null) {
      value = value.min(most);
    }
    return whole ? NODES.numberNode(value.toBigInteger()) : NODES.numberNode(value);
  }

  /** A limit of the schema, unless its exponent would make it dear to calculate with. */
  private static @Nullable BigDecimal bound(JsonNode schema, String keyword) {
    JsonNode found = schema.path(keyword);
    return found.isNumber() && Math.abs((long) found.decimalValue().scale()) <= MAX_DIGITS
        ? found.decimalValue()
        : null;
  }

  private JsonNode array(JsonNode schema, int depth) {
    var array = NODES.arrayNode();
    JsonNode element = sample(schema.path("items"), depth + 1);
    if (element != null && schema.has("items") && schema.path("maxItems").asInt(1) > 0) {
      array.add(element);
    }
    return array;
  }

  private JsonNode object(JsonNode schema, int depth) {
    var object = NODES.objectNode();
    for (var property : schema.path("properties").properties()) {
      boolean required = isRequired(schema, property.getKey());
      if (required || depth < MAX_DEPTH_OF_OPTIONAL) {
        JsonNode value = sample(property.getValue(), depth + 1);
        if (value != null) {
          object.set(property.getKey(), value);
        } else if (required) {
          object.putNull(property.getKey());
        }
      }
    }
    return object;
  }

  private static boolean isRequired(JsonNode schema, String name) {
    for (JsonNode required : schema.path("required")) {
      if (required.asString("").equals(name)) {
        return true;
      }
    }
    return false;
  }
}
