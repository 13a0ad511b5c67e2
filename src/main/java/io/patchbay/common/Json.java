package io.patchbay.common;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * The one JSON set-up. Two kinds of JSON in memory: {@link JsonNode} in documents, and <em>plain
 * values</em> at run time, which are {@code Map<String, Object>}, {@code List<Object>}, {@code
 * String}, {@code Integer}, {@code Long}, {@code BigInteger}, {@code BigDecimal}, {@code Boolean}
 * and {@code null}.
 */
public final class Json {

  /** Greatest nesting of any JSON that is read. */
  public static final int MAX_DEPTH = 200;

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(MAX_DEPTH)
          .maxStringLength(20_000_000)
          .maxNumberLength(1_000)
          .maxNameLength(10_000)
          .build();

  /**
   * Reads and writes JSON: strict about duplicate and unknown fields, numbers keep their digits.
   */
  public static final JsonMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private static final YAMLMapper YAML =
      YAMLMapper.builder(YAMLFactory.builder().streamReadConstraints(LIMITS).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          // A kind is a field in YAML as it is in JSON, and no tag.
          .disable(YAMLWriteFeature.USE_NATIVE_TYPE_ID)
          .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
          .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .build();

  private Json() {}

  /**
   * Reads a document that is JSON or YAML (told apart by its first character).
   *
   * @throws InvalidException with the place of the first thing that cannot be read
   */
  public static <T> T readDocument(String text, Class<T> type) {
    try {
      return documentMapper(text).readValue(text, type);
    } catch (JacksonException e) {
      throw invalid(e);
    }
  }

  /** As {@link #readDocument}, from a tree that was read before. */
  public static <T> T convert(JsonNode tree, Class<T> type) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JacksonException e) {
      throw invalid(e);
    }
  }

  /** Reads JSON of any kind as a plain value. */
  public static @Nullable Object readValue(String json) {
    try {
      return MAPPER.readValue(json, Object.class);
    } catch (JacksonException e) {
      throw invalid(e);
    }
  }

  /** Reads JSON of any kind as a plain value. */
  public static @Nullable Object readValue(byte[] json) {
    try {
      return MAPPER.readValue(json, Object.class);
    } catch (JacksonException e) {
      throw invalid(e);
    }
  }

  /** The plain value of a tree. */
  public static @Nullable Object toValue(JsonNode tree) {
    return MAPPER.treeToValue(tree, Object.class);
  }

  /** The tree of a plain value or a record. */
  public static JsonNode toTree(@Nullable Object value) {
    return MAPPER.valueToTree(value);
  }

  /** Compact JSON. */
  public static String write(@Nullable Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** JSON with line breaks, two spaces a level. */
  public static String writePretty(@Nullable Object value) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }

  /** YAML in block style. */
  public static String writeYaml(@Nullable Object value) {
    return YAML.writeValueAsString(value);
  }

  private static ObjectMapper documentMapper(String text) {
    String start = text.stripLeading();
    return start.startsWith("{") || start.startsWith("[") ? MAPPER : YAML;
  }

  private static InvalidException invalid(JacksonException e) {
    var location = e.getLocation();
    String place =
        location != null && location.getLineNr() > 0
            ? " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr())
            : "";
    String where = e instanceof DatabindException ? path(e.getPath()) : "";
    return new InvalidException(where, e.getOriginalMessage() + place);
  }

  private static String path(List<JacksonException.Reference> references) {
    var path = new StringBuilder();
    for (var reference : references) {
      if (reference.getPropertyName() != null) {
        path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
      } else if (reference.getIndex() >= 0) {
        path.append('[').append(reference.getIndex()).append(']');
      }
    }
    return path.toString();
  }
}
