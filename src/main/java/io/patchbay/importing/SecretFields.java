package io.patchbay.importing;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes secrets out of sample bodies: passwords, tokens and keys, told by the name of the field.
 */
final class SecretFields {

  /** Stands in their place. */
  static final String LEFT_OUT = "(left out)";

  private SecretFields() {}

  /** A copy without them. */
  static JsonNode without(JsonNode sample) {
    return switch (sample) {
      case ObjectNode object -> {
        var copy = JsonNodeFactory.instance.objectNode();
        object
            .properties()
            .forEach(field -> copy.set(field.getKey(), value(field.getKey(), field.getValue())));
        yield copy;
      }
      case ArrayNode array -> {
        var copy = JsonNodeFactory.instance.arrayNode();
        array.forEach(element -> copy.add(without(element)));
        yield copy;
      }
      default -> sample;
    };
  }

  private static JsonNode value(String name, JsonNode value) {
    boolean secret =
        value.isString()
            && SecretWords.isField(name)
            && !Placeholders.isOnly(value.asString())
            && !value.asString().isEmpty();
    return secret ? JsonNodeFactory.instance.stringNode(LEFT_OUT) : without(value);
  }
}
