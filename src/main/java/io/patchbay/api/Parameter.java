package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One input of a method that travels outside of the body.
 *
 * @param name the input's name in flows, unique within the method
 * @param wireName the name on the wire; {@code name} when left out
 * @param in where it travels
 * @param description for people
 * @param schema JSON Schema of the value; any value when left out
 * @param required whether a call without it is refused; always so in a path
 * @param defaultValue sent when the input is absent; JSON null is a default of null
 * @param redacted whether its value is kept out of logs and history
 * @param style how arrays and objects are written, an OpenAPI style; the location's usual one when
 *     left out
 * @param explode whether each element gets a place of its own; the style's usual when left out
 * @param allowReserved whether characters such as {@code / ? :} are sent as they are; false when
 *     left out
 * @param contentType where the value is written as a document of that media type, for example
 *     {@code application/json}; by style when left out
 * @param example a sample value
 * @param deprecated whether it should no longer be used
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
@JsonPropertyOrder({"name", "wireName", "in", "description", "schema", "required", "default"})
public record Parameter(
    String name,
    @Nullable String wireName,
    In in,
    @Nullable String description,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode schema,
    boolean required,
    @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("default")
        @Nullable JsonNode defaultValue,
    boolean redacted,
    @Nullable String style,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean explode,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean allowReserved,
    @Nullable String contentType,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode example,
    boolean deprecated) {

  public Parameter {
    in = in == null ? In.QUERY : in;
    required = required || in == In.PATH;
  }

  /** Where a parameter travels. */
  public enum In {
    @JsonProperty("path")
    PATH,
    @JsonProperty("query")
    QUERY,
    @JsonProperty("header")
    HEADER,
    @JsonProperty("cookie")
    COOKIE;

    /** The name in documents. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The name on the wire. */
  @JsonIgnore
  public String sentAs() {
    return wireName == null ? name : wireName;
  }

  /** A copy with some parts changed. */
  public Parameter with(Consumer<ParameterParts> change) {
    var parts = new ParameterParts(this);
    change.accept(parts);
    return parts.toParameter();
  }

  /** A text parameter without any setting. */
  public static Parameter of(String name, In in) {
    return new Parameter(
        name, null, in, null, null, false, null, false, null, null, null, null, null, false);
  }
}
