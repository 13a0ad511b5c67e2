package io.patchbay.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import org.junit.jupiter.api.Test;

class FlowDocumentTest {

  private static final String PET_TO_CRM =
      """
      format: patchbay/flow@1
      name: Pet to CRM
      triggers:
        - { id: hook, kind: webhook, path: pets, verbs: [POST], respond: result }
      steps:
        - { id: getPet, kind: call, api: petstore, method: getPetById, inputs: { petId: "{{ trigger.body.id }}" } }
        - { id: extra, kind: headers, set: { X-Source: patchbay } }
        - { id: isSold, kind: condition, when: "{{ steps.getPet.body.status = 'sold' }}" }
        - { id: reply, kind: respond, status: 200, body: "{{ { 'name': steps.getPet.body.name } }}" }
      links:
        - { from: hook, to: getPet }
        - { from: extra, to: getPet, toPort: customize }
        - { from: getPet, to: isSold }
        - { from: isSold, fromPort: "true", to: reply }
      layout: { hook: [0, 0], getPet: [0, 120] }
      """;

  @Test
  void readsTheYamlOfTheDesign() {
    Flow flow = Json.readDocument(PET_TO_CRM, Flow.class);

    assertThat(flow.steps())
        .extracting(Step::kind)
        .containsExactly("call", "headers", "condition", "respond");
    assertThat(flow.links().get(1).isCable()).isTrue();
    assertThat(flow.layout()).containsEntry("getPet", Flow.Position.at(0, 120));
  }

  @Test
  void survivesBeingWrittenAndReadAsJsonAndYaml() {
    Flow flow = Json.readDocument(PET_TO_CRM, Flow.class);

    assertThat(Json.readDocument(Json.write(flow), Flow.class)).isEqualTo(flow);
    assertThat(Json.readDocument(Json.writeYaml(flow), Flow.class)).isEqualTo(flow);
  }

  @Test
  void tellsAnEmptyObjectFromNullFromAbsent() {
    String json =
        """
        {"name":"x","steps":[
          {"kind":"transform","id":"a","value":{}},
          {"kind":"transform","id":"b","value":null},
          {"kind":"transform","id":"c"}]}
        """;

    Flow flow = Json.readDocument(Json.write(Json.readDocument(json, Flow.class)), Flow.class);

    assertThat(((TransformStep) flow.steps().get(0)).value()).hasToString("{}");
    assertThat(((TransformStep) flow.steps().get(1)).value()).hasToString("null");
    assertThat(((TransformStep) flow.steps().get(2)).value()).isNull();
  }

  @Test
  void namesThePlaceOfAnUnknownField() {
    assertThatExceptionOfType(InvalidException.class)
        .isThrownBy(
            () -> Json.readDocument("name: x\nsteps:\n - {id: a, kind: note, txt: hi}", Flow.class))
        .satisfies(e -> assertThat(e.problems().getFirst().where()).isEqualTo("steps[0].txt"));
  }
}
