package io.patchbay.ui.apis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.patchbay.common.Json;
import io.patchbay.ui.apis.UnknownFields.Unknown;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UnknownFieldsTest {

  private static final JsonNode OWNER =
      json("{'type':'object','properties':{'id':{'type':'integer'}}}");

  private static JsonNode json(String text) {
    return Json.MAPPER.readTree(text.replace('\'', '"'));
  }

  private static List<Unknown> unknown(String schema, String value) {
    return UnknownFields.of(
        json(schema), json(value), ref -> ref.equals("#/schemas/Owner") ? OWNER : null);
  }

  @Test
  void namesTheFieldAndTheSchemaThatItIsMissingIn() {
    String schema =
        "{'type':'object','properties':{'items':{'type':'array','items':{'type':'object',"
            + "'properties':{'owner':{'anyOf':[{'$ref':'#/schemas/Owner'},{'type':'null'}]}}}}}}";

    List<Unknown> found =
        unknown(
            schema,
            "{'next':1,'items':[{'owner':{'id':1,'team':'a'}},{'owner':{'team':'b'},'x':2},{'owner':null}]}");

    assertThat(found)
        .extracting(Unknown::shown, Unknown::schema)
        .containsExactly(
            tuple("next", ""), tuple("items.owner.team", "Owner"), tuple("items.x", ""));
    assertThat(found.get(1).object()).isEmpty();
    assertThat(found.get(2).object()).containsExactly("properties", "items", "items");
  }

  @Test
  void leavesAloneWhatMayHaveAnyField() {
    assertThat(unknown("{'type':'object','additionalProperties':{}}", "{'a':1}")).isEmpty();
    assertThat(unknown("{'type':'object'}", "{'a':1}")).isEmpty();
    assertThat(unknown("{}", "{'a':1}")).isEmpty();
  }
}
