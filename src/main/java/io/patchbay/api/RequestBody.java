package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body that a method takes.
 *
 * @param contentType the media type; {@code application/json} when left out
 * @param required whether a call without a body is refused
 * @param schema JSON Schema of the body
 * @param example a sample body
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestBody(
    String contentType, boolean required, @Nullable JsonNode schema, @Nullable JsonNode example) {

  public static final String JSON = "application/json";

  public RequestBody {
    contentType = contentType == null || contentType.isBlank() ? JSON : contentType;
  }
}
