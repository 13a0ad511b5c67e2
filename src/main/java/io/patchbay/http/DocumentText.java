package io.patchbay.http;

import io.patchbay.api.Parameter;
import io.patchbay.common.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.ObjectWriter;

/** Writes a parameter whose value travels as a document, OpenAPI's {@code content}. */
final class DocumentText {

  /** Headers carry Latin-1 only; JSON can say everything in ASCII. */
  private static final ObjectWriter ASCII =
      Json.MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private DocumentText() {}

  static String of(Parameter parameter, @Nullable Object value) {
    var type = parameter.contentType();
    if (type == null || !MediaType.isJson(type)) {
      return Scalars.text(value);
    }
    if (value instanceof String text && isStructured(parameter)) {
      return text; // somebody wrote the JSON already
    }
    return parameter.in() == Parameter.In.HEADER
        ? ASCII.writeValueAsString(value)
        : Json.write(value);
  }

  private static boolean isStructured(Parameter parameter) {
    var schema = parameter.schema();
    if (schema == null) {
      return false;
    }
    var type = schema.path("type").asString("");
    return type.equals("object") || type.equals("array");
  }
}
