package io.patchbay.ui.apis;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SchemaPathsTest {

  private static final JsonNode CONTACT =
      Json.MAPPER.readTree(
          """
          {"type": "object", "required": ["b", "a"], "properties": {
            "a": {"type": "string"}, "b": {"type": "integer"},
            "list": {"type": "array", "items": {"type": "object", "properties": {"x": {}}}}},
           "description": "kept"}
          """);

  private static List<String> field(String name) {
    return List.of("properties", name);
  }

  @Test
  void renamesAFieldAtItsPlaceAndInTheRequiredNames() {
    JsonNode renamed = SchemaPaths.rename(CONTACT, field("a"), "first");

    assertThat(renamed.path("properties").propertyNames()).containsExactly("first", "b", "list");
    assertThat(SchemaPaths.required(renamed)).containsExactly("b", "first");
    assertThat(renamed.path("description").asString()).isEqualTo("kept");
  }

  @Test
  void dropsTheListOfRequiredNamesWithItsLastName() {
    JsonNode changed =
        SchemaPaths.require(SchemaPaths.require(CONTACT, field("a"), false), field("b"), false);

    assertThat(changed.has("required")).isFalse();
  }

  @Test
  void deletesAFieldWithItsRequirement() {
    JsonNode changed = SchemaPaths.remove(CONTACT, field("b"));

    assertThat(changed.path("properties").propertyNames()).containsExactly("a", "list");
    assertThat(SchemaPaths.required(changed)).containsExactly("a");
  }

  @Test
  void deletesAnAlternative() {
    JsonNode choice = Json.MAPPER.readTree("{\"oneOf\": [{\"type\": \"string\"}, true]}");

    assertThat(SchemaPaths.remove(choice, List.of("oneOf", "0")).toString())
        .isEqualTo("{\"oneOf\":[true]}");
  }

  @Test
  void movesAFieldUpButNotOutOfTheObject() {
    JsonNode moved = SchemaPaths.move(CONTACT, field("list"), -1);

    assertThat(moved.path("properties").propertyNames()).containsExactly("a", "list", "b");
    assertThat(SchemaPaths.move(CONTACT, field("a"), -1).path("properties").propertyNames())
        .containsExactly("a", "b", "list");
  }

  @Test
  void changesWhatIsWithinAList() {
    JsonNode changed = SchemaPaths.add(CONTACT, List.of("properties", "list", "items"), "y");

    assertThat(changed.at("/properties/list/items/properties/y/type").asString())
        .isEqualTo("string");
    assertThat(CONTACT.at("/properties/list/items/properties").has("y")).isFalse();
  }
}
