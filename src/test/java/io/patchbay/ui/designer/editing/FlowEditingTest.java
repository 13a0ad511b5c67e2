package io.patchbay.ui.designer.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Customization;
import io.patchbay.common.Json;
import io.patchbay.flow.CallStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import io.patchbay.flow.Link;
import io.patchbay.flow.NoteStep;
import io.patchbay.flow.Step;
import io.patchbay.flow.TransformStep;
import io.patchbay.ui.shell.Fx;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.StringNode;

class FlowEditingTest {

  static final Flow FLOW =
      Json.readDocument(
          """
          format: patchbay/flow@1
          name: Orders
          triggers:
            - { id: hook, kind: webhook, path: orders }
          steps:
            - { id: getOrder, kind: call, api: shop, method: getOrder,
                inputs: { id: "{{ trigger.body.id }}" } }
            - { id: isBig, kind: condition, when: "{{ steps.getOrder.body.total > 100 }}" }
            - { id: shape, kind: transform,
                value: { note: "Order {{ steps.getOrder.body.id }} of 'steps.getOrder'",
                         all: ["{{ steps.`getOrder`.body & ' steps.getOrder ' & $.steps . getOrder.status }}"] } }
            - { id: reply, kind: respond, body: "{{ steps.shape.body & steps.getOrder2.x }}" }
            - { id: trace, kind: headers, set: { X-Order: "{{ steps.getOrder.body.id }}" } }
          links:
            - { from: hook, to: getOrder }
            - { from: getOrder, to: isBig }
            - { from: isBig, fromPort: "true", to: shape }
            - { from: shape, to: reply }
            - { from: trace, to: getOrder, toPort: customize }
          layout: { hook: [0, 0], getOrder: [0, 100], isBig: [0, 200], shape: [0, 300], reply: [0, 400] }
          pins: { getOrder: { body: { total: 7 } } }
          """,
          Flow.class);

  @Test
  void a_new_id_is_camel_case_and_free() {
    assertThat(NewIds.after("getOrder", FLOW)).isEqualTo("getOrder2");
    assertThat(NewIds.after("Réponse finale!", FLOW)).isEqualTo("reponseFinale");
    assertThat(NewIds.after("42", FLOW)).isEqualTo("step42");
    assertThat(NewIds.isValid(NewIds.after("x".repeat(200), FLOW))).isTrue();
  }

  @Test
  void customizations_of_a_call_change_places_by_their_cables() {
    Flow two =
        Additions.patched(
                FLOW,
                CustomizationSteps.of(
                    "more", new Customization.Query(null, Map.of(), Map.of(), List.of())),
                "getOrder")
            .apply(FLOW);
    assertThat(cables(two)).containsExactly("trace", "more");

    assertThat(cables(new MoveCable("more", "getOrder", -1).apply(two)))
        .containsExactly("more", "trace");
    assertThat(new MoveCable("trace", "getOrder", -1).apply(two)).isEqualTo(two);
    assertThat(new MoveCable("more", "isBig", -1).apply(two)).isEqualTo(two);
    assertThat(two.layout().get("more")).isNotEqualTo(two.layout().get("getOrder"));
  }

  @Test
  void a_customization_after_another_is_patched_to_the_same_call() {
    var query =
        CustomizationSteps.of("more", new Customization.Query(null, Map.of(), Map.of(), List.of()));

    assertThat(cables(Additions.after(FLOW, query, "trace").apply(FLOW)))
        .containsExactly("trace", "more");
    assertThat(cables(Additions.after(FLOW, query, "isBig").apply(FLOW))).containsExactly("trace");
  }

  @Test
  void a_call_that_is_added_at_the_cable_of_a_customization_is_patched() {
    var call = new CallStep("pay", null, "shop", null, "pay", Map.of(), null);

    Flow patched = new AddPatched(call, Position.at(0, 0), "trace", "pay").apply(FLOW);

    assertThat(patched.links()).contains(Link.customize("trace", "pay"));
    assertThat(patched.links()).contains(Link.customize("trace", "getOrder"));
  }

  @Test
  void a_difference_tells_what_customizations_do_and_in_which_order() {
    Flow two =
        Additions.patched(
                FLOW,
                CustomizationSteps.of(
                    "page",
                    new Customization.Query("Page", Map.of("limit", "5"), Map.of(), List.of())),
                "getOrder")
            .apply(FLOW);
    assertThat(FlowDiff.between(FLOW, two))
        .extracting(FlowDiff.Difference::details)
        .containsExactly(List.of("Query: limit"), List.of("+ Page customizes getOrder"));

    Flow moved = new MoveCable("page", "getOrder", -1).apply(two);
    assertThat(FlowDiff.between(two, moved))
        .extracting(FlowDiff.Difference::details)
        .containsExactly(List.of("customizations of getOrder in another order: Page, trace"));

    Flow changed =
        new ChangeStep(
                CustomizationSteps.of(
                    "page",
                    new Customization.Query("Page", Map.of("limit", "9"), Map.of(), List.of())),
                "set")
            .apply(two);
    assertThat(FlowDiff.between(two, changed))
        .extracting(FlowDiff.Difference::details)
        .containsExactly(List.of("limit: 5 → 9"));
  }

  private static List<String> cables(Flow flow) {
    return flow.links().stream()
        .filter(link -> link.isCable() && link.to().equals("getOrder"))
        .map(Link::from)
        .toList();
  }

  @Test
  void undo_and_redo_lead_back_and_forth() {
    var editing = new FlowEditing(FLOW);
    editing.apply(new DeleteSteps(Set.of("shape", "reply"), Set.of()));
    Flow deleted = editing.flow();
    assertThat(editing.undoLabel()).contains("delete 2 steps");
    assertThat(editing.undo()).contains("delete 2 steps");
    assertThat(editing.flow()).isEqualTo(FLOW);
    assertThat(editing.redo()).contains("delete 2 steps");
    assertThat(editing.flow()).isEqualTo(deleted);
    assertThat(editing.redo()).isEmpty();
  }

  @Test
  void typing_in_one_field_is_undone_at_once() {
    var editing = new FlowEditing(FLOW);
    for (String text : List.of("a", "ab", "abc")) {
      editing.apply(new ChangeStep(transform(text), "value"));
    }
    editing.pause();
    editing.apply(new ChangeStep(transform("x"), "value"));
    editing.undo();
    assertThat(editing.flow().step("shape")).contains(transform("abc"));
    editing.undo();
    assertThat(editing.flow()).isEqualTo(FLOW);
  }

  @Test
  void what_makes_no_difference_cannot_be_undone() {
    var editing = new FlowEditing(FLOW);
    assertThat(editing.apply(new AddLink(Link.of("getOrder", "isBig")))).isFalse();
    assertThat(editing.apply(new RenameId("shape", "reply"))).isFalse();
    assertThat(editing.apply(new RenameId("shape", "no-id"))).isFalse();
    assertThat(editing.undo()).isEmpty();
  }

  @Test
  void a_copy_goes_on_by_itself() {
    var editing = new FlowEditing(FLOW);
    editing.apply(new Rename("shape", "Shape it"));
    var copy = editing.copy();
    editing.undo();
    assertThat(copy.undoLabel()).contains("rename 'shape'");
    assertThat(copy.flow().step("shape").map(Step::label)).contains("Shape it");
  }

  @Test
  void another_id_is_taken_over_everywhere() {
    Flow renamed = new RenameId("getOrder", "order").apply(FLOW);
    String text = Json.writeYaml(renamed);
    assertThat(renamed.ids()).contains("order").doesNotContain("getOrder");
    assertThat(text)
        .contains("Order {{ steps.order.body.id }} of 'steps.getOrder'")
        .contains("{{ steps.order.body & ' steps.getOrder ' & $.steps . order.status }}")
        .contains("{{ steps.shape.body & steps.getOrder2.x }}")
        .contains("{{ steps.order.body.total > 100 }}");
    assertThat(renamed.links())
        .contains(Link.of("hook", "order"), Link.of("order", "isBig"))
        .contains(Link.customize("trace", "order"));
    assertThat(renamed.layout()).containsKey("order").doesNotContainKey("getOrder");
    assertThat(renamed.pins()).containsOnlyKeys("order");
  }

  @Test
  void links_close_over_a_deleted_step_where_only_one_way_is_thinkable() {
    Flow without = new DeleteSteps(Set.of("getOrder", "shape"), Set.of()).apply(FLOW);
    assertThat(without.links())
        .containsExactlyInAnyOrder(Link.of("hook", "isBig"), Link.of("isBig", "true", "reply"));
    assertThat(without.pins()).isEmpty();

    Flow twoBranches = new AddLink(Link.of("isBig", "false", "reply")).apply(FLOW);
    assertThat(new DeleteSteps(Set.of("isBig"), Set.of()).apply(twoBranches).links())
        .doesNotContain(Link.of("getOrder", "shape"), Link.of("getOrder", "reply"));
  }

  @Test
  void a_step_within_a_link_makes_room() {
    Flow inserted =
        new InsertOnLink(
                transformOf("more"), Position.at(0, 250), Link.of("isBig", "true", "shape"))
            .apply(FLOW);
    assertThat(inserted.links())
        .contains(Link.of("isBig", "true", "more"), Link.of("more", "shape"))
        .doesNotContain(Link.of("isBig", "true", "shape"));
    assertThat(inserted.layout().get("shape")).isEqualTo(Position.at(0, 342));
    assertThat(inserted.layout().get("reply")).isEqualTo(Position.at(0, 442));
    assertThat(inserted.layout().get("isBig")).isEqualTo(Position.at(0, 200));
  }

  @Test
  void no_link_makes_a_circle_or_leaves_a_port_that_is_not_there() {
    assertThat(Links.fits(FLOW, Link.of("reply", "getOrder"))).isFalse();
    assertThat(Links.fits(FLOW, Link.of("hook", "error", "reply"))).isFalse();
    assertThat(Links.fits(FLOW, Link.of("trace", "reply"))).isFalse();
    assertThat(Links.fits(FLOW, Link.customize("trace", "shape"))).isFalse();
    assertThat(Links.fits(FLOW, Link.of("getOrder", "error", "reply"))).isTrue();
  }

  @Test
  void pasted_steps_have_new_ids_and_mean_each_other() {
    String text = Cuttings.of(FLOW, List.of("getOrder", "isBig", "trace", "hook")).text();
    var paste = new Paste(Cuttings.read(text).orElseThrow(), Position.at(500, 50));
    Flow pasted = paste.apply(FLOW);
    assertThat(paste.newIds(FLOW))
        .isEqualTo(Map.of("getOrder", "getOrder2", "isBig", "isBig2", "trace", "trace2"));
    assertThat(Json.write(pasted.step("isBig2").orElseThrow()))
        .contains("steps.getOrder2.body.total");
    assertThat(pasted.links())
        .contains(Link.of("getOrder2", "isBig2"), Link.customize("trace2", "getOrder2"))
        .hasSize(FLOW.links().size() + 2);
    assertThat(pasted.layout().get("getOrder2")).isEqualTo(Position.at(500, 50));
    assertThat(Cuttings.read("{\"some\": \"json\"}")).isEmpty();
    assertThat(Cuttings.read("patchbay/steps@1 but no document")).isEmpty();
  }

  @Test
  void an_added_step_follows_what_is_selected() {
    Flow atEnd = Additions.after(FLOW, transformOf("next"), "reply").apply(FLOW);
    assertThat(atEnd.links()).contains(Link.of("reply", "next"));
    Flow freeBranch = Additions.after(FLOW, transformOf("next"), "isBig").apply(FLOW);
    assertThat(freeBranch.links()).contains(Link.of("isBig", "false", "next"));
    Flow between = Additions.after(FLOW, transformOf("next"), "getOrder").apply(FLOW);
    assertThat(between.links())
        .contains(Link.of("getOrder", "next"), Link.of("next", "isBig"))
        .doesNotContain(Link.of("getOrder", "isBig"));
    Flow note = Additions.after(FLOW, new NoteStep("note", null, "Hi"), "getOrder").apply(FLOW);
    assertThat(note.links()).isEqualTo(FLOW.links());
  }

  @Test
  void differences_are_told_field_by_field() {
    Flow changed = new RenameId("reply", "answer").apply(FLOW);
    changed = new ChangeStep(transform("hi"), "value").apply(changed);
    assertThat(FlowDiff.between(FLOW, changed))
        .extracting(FlowDiff.Difference::what)
        .containsExactly("shape", "answer", "reply", "Links");
    assertThat(FlowDiff.between(FLOW, changed).getFirst().details())
        .singleElement()
        .asString()
        .startsWith("value: {")
        .endsWith("→ hi");
    assertThat(
            FlowDiff.between(
                FLOW, new MoveSteps("move", Map.of("hook", Position.at(9, 9))).apply(FLOW)))
        .isEmpty();
    assertThat(FlowDiff.between(null, FLOW)).hasSize(7);
  }

  @Test
  void an_expression_is_shown_without_its_braces() {
    assertThat(Fx.is("{{ a }}")).isTrue();
    assertThat(Fx.is("{{ a }} and {{ b }}")).isFalse();
    assertThat(Fx.source("{{ steps.a.body }}")).isEqualTo("steps.a.body");
    assertThat(Fx.text(" 1 + 1 ")).isEqualTo("{{ 1 + 1 }}");
  }

  private static TransformStep transform(String text) {
    return new TransformStep("shape", null, StringNode.valueOf(text));
  }

  private static TransformStep transformOf(String id) {
    return new TransformStep(id, null, null);
  }
}
