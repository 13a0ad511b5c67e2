package io.patchbay.ui.apis;

import io.patchbay.api.Parameter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A parameter being filled in. */
final class ParameterForm {

  String name;
  Parameter.In in;
  @Nullable JsonNode schema;
  boolean required;
  @Nullable JsonNode defaultValue;
  boolean redacted;

  private final Parameter before;

  ParameterForm(Parameter parameter) {
    before = parameter;
    name = parameter.name();
    in = parameter.in();
    schema = parameter.schema();
    required = parameter.required();
    defaultValue = parameter.defaultValue();
    redacted = parameter.redacted();
  }

  Parameter toParameter() {
    return new Parameter(
        name,
        before.wireName(),
        in,
        before.description(),
        schema,
        required,
        defaultValue,
        redacted,
        before.style(),
        before.explode());
  }
}
