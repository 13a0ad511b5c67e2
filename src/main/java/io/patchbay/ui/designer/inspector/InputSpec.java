package io.patchbay.ui.designer.inspector;

import io.patchbay.api.ApiMethod;
import io.patchbay.api.Parameter;
import io.patchbay.api.RequestBody;
import io.patchbay.common.Json;
import io.patchbay.ui.designer.preview.SchemaReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One input of a step.
 *
 * @param name for people
 * @param field as problems name it, for example {@code inputs.petId}
 * @param type in a word
 * @param schema resolved; an empty object where any value does
 */
record InputSpec(
    String name,
    String field,
    String type,
    JsonNode schema,
    boolean required,
    @Nullable String description) {

  static final JsonNode ANY = Json.MAPPER.createObjectNode();

  /** An input of any type. */
  static InputSpec any(String name, String field, String type, boolean required) {
    return new InputSpec(name, field, type, ANY, required, null);
  }

  /** A text. */
  static InputSpec text(String name, String field, boolean required) {
    JsonNode schema = Json.MAPPER.createObjectNode().put("type", "string");
    return new InputSpec(name, field, "string", schema, required, null);
  }

  /** The parameters of a method: path, query, header, cookie. */
  static List<InputSpec> parameters(ApiMethod method, Map<String, JsonNode> shared) {
    List<InputSpec> specs = new ArrayList<>();
    for (Parameter parameter : method.parameters()) {
      JsonNode schema = parameter.schema();
      specs.add(
          new InputSpec(
              parameter.name(),
              "inputs." + parameter.name(),
              schema == null ? "string" : SchemaReader.typeName(schema, shared),
              schema == null
                  ? Json.MAPPER.createObjectNode().put("type", "string")
                  : SchemaReader.resolved(schema, shared),
              parameter.required() && parameter.defaultValue() == null,
              describe(parameter)));
    }
    return specs;
  }

  /** The fields of a JSON body that is an object; empty for any other. */
  static List<InputSpec> bodyFields(ApiMethod method, Map<String, JsonNode> shared) {
    RequestBody body = method.body();
    JsonNode schema = body == null ? null : body.schema();
    if (schema == null) {
      return List.of();
    }
    Set<String> required = SchemaReader.required(schema, shared);
    List<InputSpec> specs = new ArrayList<>();
    SchemaReader.fields(schema, shared)
        .forEach((name, field) -> {
          JsonNode resolved = SchemaReader.resolved(field, shared);
          specs.add(
              new InputSpec(
                  name,
                  "body." + name,
                  SchemaReader.typeName(field, shared),
                  resolved,
                  required.contains(name),
                  resolved.path("description").asString(null)));
        });
    return specs;
  }

  private static String describe(Parameter parameter) {
    String where = "Sent in the " + parameter.in().word();
    String name = parameter.sentAs().equals(parameter.name()) ? "" : " as " + parameter.sentAs();
    String description = parameter.description();
    return where + name + (description == null ? "" : ". " + description);
  }
}
