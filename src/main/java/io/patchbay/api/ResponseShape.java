package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a method answers with a status.
 *
 * @param status a status code such as {@code 200}, a class such as {@code 4XX}, or {@code default}
 * @param description for people
 * @param contentType the media type of the body
 * @param schema JSON Schema of the body
 * @param example a sample body
 * @param headers JSON Schemas of response headers that matter, by name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResponseShape(
    String status,
    @Nullable String description,
    @Nullable String contentType,
    @Nullable JsonNode schema,
    @Nullable JsonNode example,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, JsonNode> headers) {

  public ResponseShape {
    status = status == null ? "200" : status;
    headers = headers == null ? Map.of() : new LinkedHashMap<>(headers);
  }

  public ResponseShape(
      String status,
      @Nullable String description,
      @Nullable String contentType,
      @Nullable JsonNode schema,
      @Nullable JsonNode example) {
    this(status, description, contentType, schema, example, Map.of());
  }

  /** Whether this is the answer of a call that went well. */
  public boolean forSuccess() {
    return status.startsWith("2");
  }
}
