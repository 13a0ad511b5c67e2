package io.patchbay.ui.apis;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SchemaTypeTest {

  private static JsonNode json(String text) {
    return Json.MAPPER.readTree(text.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'string'}|TEXT",
        "{'type':['integer','null']}|WHOLE",
        "{'type':'string','format':'date-time'}|DATE_TIME",
        "{'type':'string','format':'binary'}|FILE",
        "{'properties':{}}|OBJECT",
        "{'type':'object','additionalProperties':{'type':'string'}}|MAP",
        "{'$ref':'#/schemas/A'}|NAMED",
        "{'allOf':[{}]}|ALL_OF",
        "{'type':['string','integer']}|ANY",
        "true|ANY",
        "{}|ANY"
      })
  void tellsWhatASchemaDescribes(String schema, SchemaType type) {
    assertThat(SchemaType.of(json(schema))).isEqualTo(type);
  }

  @Test
  void keepsWhatStillFitsWithAnotherType() {
    JsonNode before = json("{'type':'integer','minimum':1,'enum':[1,2],'description':'d','x-a':1}");

    assertThat(SchemaType.NUMBER.set(before, ""))
        .isEqualTo(json("{'type':'number','minimum':1,'description':'d','x-a':1}"));
    assertThat(SchemaType.DATE.set(before, ""))
        .isEqualTo(json("{'type':'string','description':'d','x-a':1,'format':'date'}"));
    assertThat(SchemaType.NAMED.set(before, "Pet"))
        .isEqualTo(json("{'description':'d','x-a':1,'$ref':'#/schemas/Pet'}"));
  }

  @Test
  void makesAListAndAMapOfTexts() {
    assertThat(SchemaType.LIST.set(json("{}"), ""))
        .isEqualTo(json("{'type':'array','items':{'type':'string'}}"));
    assertThat(SchemaType.MAP.set(json("{'type':'object','properties':{'a':{}}}"), ""))
        .isEqualTo(json("{'type':'object','additionalProperties':{'type':'string'}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'string'}|{'type':['string','null']}",
        "{'$ref':'#/schemas/A'}|{'anyOf':[{'$ref':'#/schemas/A'},{'type':'null'}]}",
        "{'type':'string','enum':['a']}|{'type':['string','null'],'enum':['a',null]}"
      })
  void letsNullPassAndTakesThatBack(String without, String with) {
    assertThat(Nulls.set(json(without), true)).isEqualTo(json(with));
    assertThat(Nulls.set(json(with), false)).isEqualTo(json(without));
    assertThat(Nulls.allowed(json(with))).isTrue();
    assertThat(Nulls.allowed(json(without))).isFalse();
  }

  @Test
  void knowsTheOldWordForNull() {
    JsonNode old = json("{'type':'string','nullable':true}");

    assertThat(Nulls.allowed(old)).isTrue();
    assertThat(Nulls.set(old, false)).isEqualTo(json("{'type':'string'}"));
  }
}
