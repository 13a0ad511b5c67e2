package io.patchbay.ui.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.patchbay.common.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SchemaWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"string\"} | string",
        "{\"type\":\"integer\",\"format\":\"int64\"} | integer int64",
        "{\"type\":\"array\",\"items\":{\"$ref\":\"#/schemas/Pet\"}} | array of Pet",
        "{\"$ref\":\"#/schemas/Pet\"} | Pet",
        "{\"type\":[\"string\",\"null\"]} | string or null",
        "{\"enum\":[\"available\",\"pending\",\"sold\"]} | available, pending or sold",
        "{\"enum\":[1,2,3,4,5]} | enum of 5",
        "{\"const\":\"x\"} | always x",
        "{\"type\":\"object\",\"properties\":{\"a\":{},\"b\":{}}} | object, 2 fields",
        "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"number\"}} | map of number",
        "{\"oneOf\":[{\"$ref\":\"#/schemas/Cat\"},{\"$ref\":\"#/schemas/Dog\"}]} | Cat or Dog",
        "{\"allOf\":[{\"$ref\":\"#/schemas/Cat\"}]} | Cat",
        "true | anything",
        "{} | anything",
      })
  void saysWhatASchemaAllows(String schema, String words) {
    assertThat(SchemaWords.of(Json.MAPPER.readTree(schema))).isEqualTo(words);
  }

  @Test
  void aSchemaWithinItselfComesToAnEnd() {
    JsonNode deep = Json.MAPPER.readTree("{\"type\":\"string\"}");
    for (int i = 0; i < 40; i++) {
      deep = Json.MAPPER.createObjectNode().put("type", "array").set("items", deep);
    }

    assertThat(SchemaWords.of(deep)).endsWith("…");
  }

  @Test
  void fieldsOfWhatItIsMadeOfAreItsOwn() {
    var shared =
        Map.of(
            "Animal",
            Json.MAPPER.readTree(
                "{\"properties\":{\"name\":{\"type\":\"string\"}},\"required\":[\"name\"]}"));
    var cat =
        Json.MAPPER.readTree(
            "{\"allOf\":[{\"$ref\":\"#/schemas/Animal\"}],\"properties\":{\"kittens\":"
                + "{\"type\":\"array\",\"items\":{\"$ref\":\"#/schemas/Animal\"}}}}");

    var fields = SchemaField.of(cat, shared);

    assertThat(fields)
        .extracting(SchemaField::name, SchemaField::words)
        .containsExactly(tuple("name", "string, required"), tuple("kittens", "array of Animal"));
    assertThat(fields.get(1).opens(shared)).isTrue();
    assertThat(fields.get(0).opens(shared)).isFalse();
  }

  @Test
  void aSchemaThatRefersToItselfHasFieldsOnce() {
    var shared =
        Map.of(
            "Node",
            Json.MAPPER.readTree(
                "{\"allOf\":[{\"$ref\":\"#/schemas/Node\"}],\"properties\":{\"next\":{\"$ref\":"
                    + "\"#/schemas/Node\"}}}"));

    assertThat(SchemaField.of(Json.MAPPER.readTree("{\"$ref\":\"#/schemas/Node\"}"), shared))
        .extracting(SchemaField::name)
        .containsExactly("next");
  }
}
