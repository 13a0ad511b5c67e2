package io.patchbay.ui.apis;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Json;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SchemaTreeTest {

  private static final JsonNode CONTACT =
      Json.MAPPER.readTree(
          """
          {"type": "object", "required": ["name"], "properties": {
            "name": {"type": "string"},
            "boss": {"anyOf": [{"$ref": "#/schemas/Contact"}, {"type": "null"}]},
            "tags": {"type": "array", "items": {"type": "string"}},
            "lines": {"type": "array", "items": {"type": "object", "properties": {"sku": {}}}},
            "extra": {"type": "object", "additionalProperties": {"type": "number"}}}}
          """);

  private static List<String> lines(Set<String> open) {
    return SchemaTree.rows(
            CONTACT, "body", ref -> ref.equals("#/schemas/Contact") ? CONTACT : null, open)
        .stream()
        .map(row ->
            " ".repeat(row.depth())
                + row.name()
                + ": "
                + SchemaWords.type(row.schema())
                + (row.nullable() ? " or null" : "")
                + (row.required() ? " *" : "")
                + (row.foreign() ? " (elsewhere)" : ""))
        .toList();
  }

  @Test
  void showsOnlyWhatIsOpen() {
    assertThat(lines(Set.of())).containsExactly("body: object");
    assertThat(lines(Set.of("")))
        .containsExactly(
            "body: object",
            " name: text *",
            " boss: Contact or null",
            " tags: list of text",
            " lines: list of object",
            " extra: map of number");
  }

  @Test
  void followsAReferenceToItselfOnlyAsFarAsItIsOpened() {
    assertThat(lines(Set.of("", "properties\nboss")))
        .contains("  name: text * (elsewhere)", "  boss: Contact or null (elsewhere)")
        .hasSize(11);
  }

  @Test
  void showsTheFieldsOfElementsThatAreObjectsAndElseTheElement() {
    assertThat(lines(Set.of("", "properties\ntags", "properties\nlines", "properties\nextra")))
        .containsSequence(" tags: list of text", "  each element: text")
        .containsSequence(" lines: list of object", "  sku: any value")
        .containsSequence(" extra: map of number", "  each value: number");
  }
}
