package io.patchbay.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SchemaFieldsTest {

  private static final JsonNode SCHEMAS =
      Json.MAPPER.readTree(
          """
          { "Pet": { "type": "object", "required": ["id"], "properties": {
              "id": { "type": "integer", "format": "int64", "description": "Its number" },
              "status": { "type": "string", "enum": ["sold", "free"] },
              "tags": { "type": "array", "items": { "$ref": "#/schemas/Tag" } },
              "first-name": { "type": ["string", "null"] },
              "parent": { "$ref": "#/schemas/Pet" },
              "owner": { "oneOf": [{ "$ref": "#/schemas/Person" }, { "$ref": "#/schemas/Firm" }] },
              "seen": { "anyOf": [{ "type": "string", "format": "date" }, { "type": "null" }] },
              "extra": {} } },
            "Tag": { "type": "object", "properties": { "name": { "type": "string" } } },
            "Person": { "required": ["name", "age"], "properties": {
              "name": { "type": "string" }, "age": { "type": "integer" } } },
            "Firm": { "required": ["name", "vat"], "properties": {
              "name": { "type": "string" }, "vat": { "type": "string" } } },
            "Dog": { "allOf": [{ "$ref": "#/schemas/Pet" },
              { "required": ["breed"], "properties": { "breed": { "type": "string" } } }] },
            "Loop": { "$ref": "#/schemas/Loop" },
            "Nest": { "type": "array", "items": { "$ref": "#/schemas/Nest" } } }
          """);

  @Test
  void listsFieldsWithTheirTypes() {
    assertThat(fields("Pet"))
        .extracting(f -> f.path() + " " + f.type() + (f.required() ? " *" : ""))
        .containsExactly(
            "id integer *",
            "status enum",
            "tags array<object>",
            "`first-name` string or null",
            "parent object",
            "owner one of",
            "seen string or null",
            "extra any");
    assertThat(fields("Pet").getFirst().description()).isEqualTo("Its number");
    assertThat(fields("Pet").getFirst().format()).isEqualTo("int64");
    assertThat(fields("Pet").get(1).enumValues()).containsExactly("sold", "free");
  }

  @Test
  void opensFieldsLevelByLevelEvenInCycles() {
    var parent = fields("Pet").get(4);
    var tags = fields("Pet").get(2);

    assertThat(parent.isExpandable()).isTrue();
    assertThat(parent.children().get(4).children().getFirst().path()).isEqualTo("parent.parent.id");
    assertThat(tags.children()).extracting(SchemaField::path).containsExactly("tags.name");
    assertThat(fields("Pet").getFirst().isExpandable()).isFalse();
  }

  @Test
  void joinsAlternativesAndMergesAllOf() {
    var owner = fields("Pet").get(5);

    assertThat(owner.children())
        .extracting(f -> f.name() + (f.required() ? " *" : ""))
        .containsExactly("name *", "age", "vat");
    assertThat(fields("Dog")).extracting(SchemaField::name).contains("id", "breed").hasSize(9);
    assertThat(fields("Dog")).filteredOn(SchemaField::required).hasSize(2);
  }

  @Test
  void endlessSchemasEnd() {
    assertThat(fields("Loop")).isEmpty();
    assertThat(fields("Nest")).isEmpty();
    assertThat(fields("Unknown")).isEmpty();
    assertThat(SchemaFields.typeOf(reference("Nest"), SchemaFieldsTest::resolve))
        .isEqualTo("array<array<array<array>>>");
  }

  private static List<SchemaField> fields(String name) {
    return SchemaFields.of(reference(name), SchemaFieldsTest::resolve);
  }

  static JsonNode reference(String name) {
    return Json.MAPPER.createObjectNode().put("$ref", "#/schemas/" + name);
  }

  static JsonNode resolve(String reference) {
    return SCHEMAS.get(reference.substring(reference.lastIndexOf('/') + 1));
  }
}
