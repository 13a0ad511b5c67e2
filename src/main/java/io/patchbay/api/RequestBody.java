package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body that a method takes.
 *
 * <p>As a value of a flow it is what its media type wants: any value for JSON, an object of fields
 * for a form and for multipart, text for text and XML, base64 text for anything else. A file within
 * multipart is base64 text or an object {@code {filename, contentType, base64}}.
 *
 * @param contentType the media type; {@code application/json} when left out
 * @param required whether a call without a body is refused
 * @param description for people
 * @param schema JSON Schema of the body; in multipart, a field whose schema has {@code format:
 *     binary} is a file
 * @param example a sample body
 * @param encoding how single fields of a form or of multipart are written, by their name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestBody(
    String contentType,
    boolean required,
    @Nullable String description,
    @Nullable JsonNode schema,
    @Nullable JsonNode example,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Encoding> encoding) {

  public static final String JSON = "application/json";
  public static final String FORM = "application/x-www-form-urlencoded";
  public static final String MULTIPART = "multipart/form-data";

  public RequestBody {
    contentType = contentType == null || contentType.isBlank() ? JSON : contentType;
    encoding = encoding == null ? Map.of() : new LinkedHashMap<>(encoding);
  }

  public RequestBody(
      String contentType, boolean required, @Nullable JsonNode schema, @Nullable JsonNode example) {
    this(contentType, required, null, schema, example, Map.of());
  }

  /** Whether it is made of named fields, some of which may be files. */
  public boolean hasFields() {
    return contentType.startsWith(FORM) || contentType.startsWith(MULTIPART);
  }

  public RequestBody withContentType(String newType) {
    return new RequestBody(newType, required, description, schema, example, encoding);
  }

  public RequestBody withRequired(boolean newRequired) {
    return new RequestBody(contentType, newRequired, description, schema, example, encoding);
  }

  public RequestBody withSchema(@Nullable JsonNode newSchema) {
    return new RequestBody(contentType, required, description, newSchema, example, encoding);
  }

  public RequestBody withExample(@Nullable JsonNode newExample) {
    return new RequestBody(contentType, required, description, schema, newExample, encoding);
  }

  /**
   * How one field is written, OpenAPI 3.1 section 4.8.15.
   *
   * @param contentType media type of the part; by its schema when left out
   * @param style of a form field that is a list or an object
   * @param explode whether each element is a field of its own
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Encoding(
      @Nullable String contentType, @Nullable String style, @Nullable Boolean explode) {}
}
