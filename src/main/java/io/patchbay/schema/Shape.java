package io.patchbay.schema;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What all samples that were seen at one place have in common. */
final class Shape {

  private static final int LONGEST_EXAMPLE = 60;
  private static final int MOST_FIELDS = 1_000;
  private static final int DEEPEST = 100;

  private final Budget budget;
  private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
  private final Set<TextFormat> formats = EnumSet.allOf(TextFormat.class);
  private final Map<String, Shape> fields = new LinkedHashMap<>();
  private @Nullable Shape elements;
  private @Nullable JsonNode example;
  private boolean encoded = true;
  private int seen;
  private int objects;

  /** How many shapes one schema may still have, so that no sample makes an endless one. */
  private static final class Budget {
    private int left = 50_000;
  }

  Shape() {
    this(new Budget());
  }

  private Shape(Budget budget) {
    this.budget = budget;
    budget.left--;
  }

  /** Takes a further sample into account. */
  void add(JsonNode sample) {
    add(sample, 0);
  }

  private void add(JsonNode sample, int depth) {
    seen++;
    var kind = Kind.of(sample);
    kinds.add(kind);
    switch (kind) {
      case STRING -> addText(sample);
      case BOOLEAN, INTEGER, NUMBER -> keepExample(sample);
      case ARRAY -> addElements(sample, depth + 1);
      case OBJECT -> addFields(sample, depth + 1);
      case NULL -> {}
    }
  }

  private void addText(JsonNode sample) {
    formats.removeIf(format -> !format.matches(sample.asString()));
    encoded = encoded && EncodedText.isBase64(sample.asString());
    keepExample(sample);
  }

  private void addElements(JsonNode sample, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (elements == null) {
      elements = new Shape(budget);
    }
    for (JsonNode element : sample) {
      elements.add(element, depth);
    }
  }

  private void addFields(JsonNode sample, int depth) {
    objects++;
    if (depth > DEEPEST) {
      return;
    }
    for (var field : sample.properties()) {
      Shape shape = fields.get(field.getKey());
      if (shape == null && fields.size() < MOST_FIELDS && budget.left > 0) {
        shape = new Shape(budget);
        fields.put(field.getKey(), shape);
      }
      if (shape != null) {
        shape.add(field.getValue(), depth);
      }
    }
  }

  private void keepExample(JsonNode sample) {
    if (example == null && sample.asString().length() <= LONGEST_EXAMPLE) {
      example = sample;
    }
  }

  /** Adds what was seen at another place. */
  private void merge(Shape other) {
    boolean texts = kinds.contains(Kind.STRING);
    if (other.kinds.contains(Kind.STRING)) {
      formats.retainAll(other.formats);
      encoded = texts ? encoded && other.encoded : other.encoded;
    }
    kinds.addAll(other.kinds);
    example = example == null ? other.example : example;
    seen += other.seen;
    objects += other.objects;
    if (other.elements != null) {
      elements = elements == null ? new Shape(budget) : elements;
      elements.merge(other.elements);
    }
    other.fields.forEach((name, shape) -> {
      if (fields.containsKey(name) || fields.size() < MOST_FIELDS) {
        fields.computeIfAbsent(name, _ -> new Shape(budget)).merge(shape);
      }
    });
  }

  private static Shape merged(Collection<Shape> shapes) {
    var merged = new Shape();
    shapes.forEach(merged::merge);
    return merged;
  }

  Set<Kind> kinds() {
    return kinds;
  }

  Set<String> fieldNames() {
    return fields.keySet();
  }

  /** The schema that all samples fit. */
  ObjectNode toSchema() {
    var schema = JsonNodeFactory.instance.objectNode();
    putType(schema);
    if (kinds.contains(Kind.STRING)) {
      if (!formats.isEmpty()) {
        schema.put("format", formats.iterator().next().word());
      } else if (encoded) {
        schema.put("contentEncoding", "base64");
      }
    }
    if (kinds.contains(Kind.OBJECT)) {
      putFields(schema);
    }
    if (elements != null && elements.seen > 0) {
      schema.set("items", elements.toSchema());
    }
    if (example != null) {
      schema.putArray("examples").add(example);
    }
    return schema;
  }

  private void putType(ObjectNode schema) {
    var types = EnumSet.copyOf(kinds.isEmpty() ? EnumSet.noneOf(Kind.class) : kinds);
    if (types.contains(Kind.NUMBER)) {
      types.remove(Kind.INTEGER);
    }
    if (types.size() == 1) {
      schema.put("type", types.iterator().next().word());
    } else if (!types.isEmpty()) {
      var all = schema.putArray("type");
      types.forEach(type -> all.add(type.word()));
    }
  }

  private void putFields(ObjectNode schema) {
    if (KeyedById.isMap(fields)) {
      schema.set("additionalProperties", merged(fields.values()).toSchema());
      return;
    }
    var properties = schema.putObject("properties");
    fields.forEach((name, shape) -> properties.set(name, shape.toSchema()));
    var always = fields.entrySet().stream().filter(f -> f.getValue().seen == objects).toList();
    if (!always.isEmpty()) {
      var required = schema.putArray("required");
      always.forEach(field -> required.add(field.getKey()));
    }
  }
}
