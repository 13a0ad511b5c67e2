package io.patchbay.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.patchbay.common.Json;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

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

  @ParameterizedTest
  @CsvSource({"14:30:00Z, time", "14:30:00.5+01:00, time", "14:30:00, ''", "14:30, ''"})
  void infersTimesThatJsonSchemaKnows(String text, String format) {
    JsonNode schema = SchemaInference.infer(Json.toTree(text));

    assertThat(schema.path("format").asString("")).isEqualTo(format);
  }

  @Test
  void tellsDataInBase64FromLongText() {
    String data =
        Base64.getEncoder()
            .encodeToString("Some picture, or nearly so. ".repeat(9).getBytes(UTF_8));
    String hash = "0123456789abcdef".repeat(8);

    assertThat(SchemaInference.infer(Json.toTree(data)).path("contentEncoding").asString(""))
        .isEqualTo("base64");
    assertThat(SchemaInference.infer(Json.toTree(hash)).has("contentEncoding")).isFalse();
    assertThat(SchemaInference.infer(Json.toTree("SGVsbG8=")).has("contentEncoding")).isFalse();
    assertThat(SchemaInference.infer(Json.toTree(data), Json.toTree("none")).has("contentEncoding"))
        .isFalse();
  }

  @Test
  void keysThatAreIdsMakeAMap() {
    JsonNode schema =
        SchemaInference.infer(
            read(
                "{\"101\":{\"name\":\"a\"},\"102\":{\"name\":\"b\",\"old\":true},\"205\":{\"name\":\"c\"}}"));

    assertThat(schema.has("properties")).isFalse();
    assertThat(schema.at("/additionalProperties/properties").propertyNames())
        .containsExactly("name", "old");
    assertThat(schema.at("/additionalProperties/required").toString()).isEqualTo("[\"name\"]");
  }

  @Test
  void manyCodesWithNumbersMakeAMap() {
    var rates = JsonNodeFactory.instance.objectNode();
    for (char a = 'A'; a <= 'Z'; a++) {
      rates.put("A" + a + "X", 1.5);
    }

    assertThat(SchemaInference.infer(rates).at("/additionalProperties/type").asString())
        .isEqualTo("number");
  }

  @Test
  void namedFieldsMakeNoMap() {
    JsonNode schema =
        SchemaInference.infer(
            read("{\"address_line1\":1,\"address_line2\":2,\"address_line3\":3,\"line1\":4}"));

    assertThat(schema.at("/properties").size()).isEqualTo(4);
    assertThat(
            SchemaInference.infer(
                    read("{\"address_line1\":1,\"address_line2\":2,\"address_line3\":3}"))
                .has("properties"))
        .isTrue();
  }

  @Test
  void guessesNoEnums() {
    assertThat(SchemaInference.infer(read("[\"open\",\"done\",\"open\"]")).toString())
        .isEqualTo("{\"type\":\"array\",\"items\":{\"type\":\"string\",\"examples\":[\"open\"]}}");
  }

  @Test
  void keepsTheDigitsOfLongNumbers() {
    JsonNode schema =
        SchemaInference.infer(read("{\"id\":9007199254740993,\"x\":0.12345678901234567890}"));

    assertThat(schema.at("/properties/id/examples/0").toString()).isEqualTo("9007199254740993");
    assertThat(schema.at("/properties/x/examples/0").toString())
        .isEqualTo("0.12345678901234567890");
  }

  @Test
  void boundsDeepAndWideSamples() {
    JsonNode deep = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < 5_000; i++) {
      var outer = JsonNodeFactory.instance.objectNode();
      outer.set("a", deep);
      deep = outer;
    }
    var wide = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < 100_000; i++) {
      wide.putObject("word" + "abcdefghij".charAt(i % 10) + i).put("x", 1);
    }

    assertThat(SchemaInference.infer(deep).toString().length()).isLessThan(20_000);
    assertThat(SchemaInference.infer(wide).at("/properties").size()).isLessThanOrEqualTo(1_000);
  }

  @Test
  void theSamplesFitWhatIsInferred() throws Exception {
    for (String sample :
        List.of(
            "{\"a\":[],\"b\":{},\"c\":null,\"d\":[{\"x\":1},{\"y\":\"2026-01-01\"},null,[1]]}",
            "[1,1.5,\"x\",true,null,{},[]]",
            "{\"2026-01-01\":1,\"2026-01-02\":2.5,\"2026-01-03\":3}",
            "{\"at\":\"14:30:00Z\",\"mail\":\"ann@example.com\",\"id\":\"3f2a9c1e-5b7d-4e8f-9a0b-1c2d3e4f5a6b\"}")) {
      JsonNode schema = SchemaInference.infer(read(sample));

      var problems =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(schema)
              .validate(
                  sample,
                  InputFormat.JSON,
                  context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)));
      assertThat(problems).as(sample).isEmpty();
    }
  }

  private static JsonNode read(String json) {
    return Json.MAPPER.readTree(json);
  }
}
