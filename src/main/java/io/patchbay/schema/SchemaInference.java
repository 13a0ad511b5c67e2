package io.patchbay.schema;

import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a JSON Schema (2020-12) of samples: fields that not all objects have are optional, formats
 * are those that all texts have, and short values are kept as examples.
 */
public final class SchemaInference {

  private SchemaInference() {}

  /** The schema that all samples fit; without samples, the schema of anything. */
  public static ObjectNode infer(JsonNode... samples) {
    return inferAll(List.of(samples));
  }

  /** The schema that all samples fit; without samples, the schema of anything. */
  public static ObjectNode inferAll(Collection<? extends JsonNode> samples) {
    var shape = new Shape();
    samples.forEach(shape::add);
    return shape.toSchema();
  }
}
