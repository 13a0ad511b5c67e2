package io.patchbay.schema;

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

  private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
  private final Set<TextFormat> formats = EnumSet.allOf(TextFormat.class);
  private final Map<String, Shape> fields = new LinkedHashMap<>();
  private @Nullable Shape elements;
  private @Nullable JsonNode example;
  private int seen;
  private int objects;

  /** Takes a further sample into account. */
  void add(JsonNode sample) {
    seen++;
    var kind = Kind.of(sample);
    kinds.add(kind);
    switch (kind) {
      case STRING -> addText(sample);
      case BOOLEAN, INTEGER, NUMBER -> keepExample(sample);
      case ARRAY -> addElements(sample);
      case OBJECT -> addFields(sample);
      case NULL -> {}
    }
  }

  private void addText(JsonNode sample) {
    formats.removeIf(format -> !format.matches(sample.asString()));
    keepExample(sample);
  }

  private void addElements(JsonNode sample) {
    if (elements == null) {
      elements = new Shape();
    }
    for (JsonNode element : sample) {
      elements.add(element);
    }
  }

  private void addFields(JsonNode sample) {
    objects++;
    for (var field : sample.properties()) {
      if (fields.containsKey(field.getKey()) || fields.size() < MOST_FIELDS) {
        fields.computeIfAbsent(field.getKey(), _ -> new Shape()).add(field.getValue());
      }
    }
  }

  private void keepExample(JsonNode sample) {
    if (example == null && sample.asString().length() <= LONGEST_EXAMPLE) {
      example = sample;
    }
  }

  /** The schema that all samples fit. */
  ObjectNode toSchema() {
    var schema = JsonNodeFactory.instance.objectNode();
    putType(schema);
    if (kinds.contains(Kind.STRING) && !formats.isEmpty()) {
      schema.put("format", formats.iterator().next().word());
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
    var properties = schema.putObject("properties");
    fields.forEach((name, shape) -> properties.set(name, shape.toSchema()));
    var always = fields.entrySet().stream().filter(f -> f.getValue().seen == objects).toList();
    if (!always.isEmpty()) {
      var required = schema.putArray("required");
      always.forEach(field -> required.add(field.getKey()));
    }
  }
}
