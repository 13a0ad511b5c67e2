package io.patchbay.ui.apis;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SchemaEditsTest {

  private static final JsonNode SCHEMA =
      json(
          """
          {"type": "object", "required": ["lines"], "properties": {
            "name": {"type": "string"},
            "lines": {"type": "array", "items": {"type": "object",
              "properties": {"sku": {"type": "string"}}}}}}
          """);

  @Test
  void listsFieldsWithThoseWithinLists() {
    var rows = SchemaEdits.rows(SCHEMA, json("{\"lines\": [{\"sku\": \"TEA\"}]}"));

    assertThat(rows).extracting(SchemaEdits.Row::name).containsExactly("name", "lines", "sku");
    assertThat(rows).extracting(SchemaEdits.Row::depth).containsExactly(0, 0, 1);
    assertThat(rows).extracting(SchemaEdits.Row::required).containsExactly(false, true, false);
    assertThat(rows.get(2).example()).isEqualTo(json("\"TEA\""));
  }

  @Test
  void changesAFieldWithinAListAndNothingElse() {
    JsonNode changed = SchemaEdits.require(SCHEMA, List.of("lines", "sku"), true);

    assertThat(changed.at("/properties/lines/items/required")).isEqualTo(json("[\"sku\"]"));
    assertThat(changed.path("required")).isEqualTo(json("[\"lines\"]"));
    assertThat(SCHEMA.at("/properties/lines/items").has("required")).isFalse();
  }

  @Test
  void aFieldThatGoesIsNotRequiredAnyMore() {
    JsonNode changed = SchemaEdits.remove(SCHEMA, List.of("lines"));

    assertThat(changed.path("properties").has("lines")).isFalse();
    assertThat(changed.has("required")).isFalse();
  }

  @Test
  void theFirstFieldMakesASchema() {
    assertThat(SchemaEdits.add(null, "email"))
        .isEqualTo(
            json("{\"type\": \"object\", \"properties\": {\"email\": {\"type\": \"string\"}}}"));
  }

  @Test
  void anotherTypeDropsWhatDoesNotFitIt() {
    JsonNode changed = SchemaEdits.retype(SCHEMA, List.of("lines"), "string");

    assertThat(changed.at("/properties/lines")).isEqualTo(json("{\"type\": \"string\"}"));
  }

  private static JsonNode json(String text) {
    return Json.MAPPER.readTree(text);
  }
}
