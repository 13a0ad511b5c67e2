package io.patchbay.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SchemaInferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "\"x\"    | {\"type\":\"string\",\"examples\":[\"x\"]}",
        "12       | {\"type\":\"integer\",\"examples\":[12]}",
        "12345678901234567890123 | {\"type\":\"integer\",\"examples\":[12345678901234567890123]}",
        "1.50     | {\"type\":\"number\",\"examples\":[1.50]}",
        "false    | {\"type\":\"boolean\",\"examples\":[false]}",
        "null     | {\"type\":\"null\"}",
        "[]       | {\"type\":\"array\"}",
        "{}       | {\"type\":\"object\",\"properties\":{}}",
        "[1, 2.5] | {\"type\":\"array\",\"items\":{\"type\":\"number\",\"examples\":[1]}}",
        "[1, \"a\"] | {\"type\":\"array\",\"items\":{\"type\":[\"string\",\"integer\"],\"examples\":[1]}}",
        "[1, null] | {\"type\":\"array\",\"items\":{\"type\":[\"integer\",\"null\"],\"examples\":[1]}}",
      })
  void infersTypes(String sample, String schema) {
    assertThat(SchemaInference.infer(read(sample)).toString()).isEqualTo(schema);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23, date",
    "2026-11-23T10:00:00Z, date-time",
    "2026-11-23T10:00:00.123+01:00, date-time",
    "2026-13-23, ''",
    "3f2a9c1e-5b7d-4e8f-9a0b-1c2d3e4f5a6b, uuid",
    "https://example.com/a?b=c, uri",
    "example.com, ''",
    "ann@example.com, email",
    "ann@, ''",
    "'', ''",
    "urn:a:b, ''"
  })
  void infersFormats(String text, String format) {
    JsonNode schema = SchemaInference.infer(Json.toTree(text));

    assertThat(schema.path("format").asString("")).isEqualTo(format);
  }

  @Test
  void mergesObjectsThatAreNotAlike() {
    JsonNode schema =
        SchemaInference.infer(
            read(
                "[{\"id\":1,\"at\":\"2026-01-01\"},{\"id\":2,\"at\":\"soon\",\"x\":null},{\"id\":3,\"x\":\"y\"}]"));

    assertThat(schema.at("/items/required").toString()).isEqualTo("[\"id\"]");
    assertThat(schema.at("/items/properties/at").has("format")).isFalse();
    assertThat(schema.at("/items/properties/x/type").toString()).isEqualTo("[\"string\",\"null\"]");
  }

  @Test
  void mergesSamples() {
    JsonNode schema =
        SchemaInference.infer(read("{\"a\":{\"b\":1}}"), read("{\"a\":{\"c\":1}}"), read("[]"));

    assertThat(schema.get("type").toString()).isEqualTo("[\"array\",\"object\"]");
    assertThat(schema.at("/properties/a/properties").propertyNames()).containsExactly("b", "c");
    assertThat(schema.at("/properties/a").has("required")).isFalse();
    assertThat(schema.get("required").toString()).isEqualTo("[\"a\"]");
  }

  @Test
  void copiesOnlyShortExamples() {
    assertThat(SchemaInference.infer(Json.toTree("x".repeat(100))).has("examples")).isFalse();
  }

  @Test
  void withoutSamplesAnythingFits() {
    assertThat(SchemaInference.infer().toString()).isEqualTo("{}");
  }

  private static JsonNode read(String json) {
    return Json.MAPPER.readTree(json);
  }
}
