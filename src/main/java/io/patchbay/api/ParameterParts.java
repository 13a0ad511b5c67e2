package io.patchbay.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A parameter while it is being put together; see {@link Parameter} for what the parts are. */
public final class ParameterParts {

  public String name;
  public @Nullable String wireName;
  public Parameter.In in;
  public @Nullable String description;
  public @Nullable JsonNode schema;
  public boolean required;
  public @Nullable JsonNode defaultValue;
  public boolean redacted;
  public @Nullable String style;
  public @Nullable Boolean explode;
  public @Nullable Boolean allowReserved;
  public @Nullable String contentType;
  public @Nullable JsonNode example;
  public boolean deprecated;

  ParameterParts(Parameter parameter) {
    name = parameter.name();
    wireName = parameter.wireName();
    in = parameter.in();
    description = parameter.description();
    schema = parameter.schema();
    required = parameter.required();
    defaultValue = parameter.defaultValue();
    redacted = parameter.redacted();
    style = parameter.style();
    explode = parameter.explode();
    allowReserved = parameter.allowReserved();
    contentType = parameter.contentType();
    example = parameter.example();
    deprecated = parameter.deprecated();
  }

  Parameter toParameter() {
    return new Parameter(
        name,
        wireName,
        in,
        description,
        schema,
        required,
        defaultValue,
        redacted,
        style,
        explode,
        allowReserved,
        contentType,
        example,
        deprecated);
  }
}
