package io.patchbay.ui.designer.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Json;
import io.patchbay.flow.ContainerStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import io.patchbay.flow.ForEachStep;
import io.patchbay.flow.Link;
import io.patchbay.flow.SwitchStep.Case;
import io.patchbay.flow.TransformStep;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContainersTest {

  private static final Flow FLOW =
      Json.readDocument(
          """
          format: patchbay/flow@1
          name: Labels
          triggers: [{ id: manual, kind: manual }]
          steps:
            - { id: each, kind: forEach, items: "{{ trigger.body }}", contains: [tag, remember, deep] }
            - { id: tag, kind: call, api: crm, method: addTag }
            - { id: remember, kind: set, values: { last: "{{ steps.tag.body }}" } }
            - { id: deep, kind: try, contains: [risky] }
            - { id: risky, kind: transform, value: "{{ item }}" }
            - { id: after, kind: transform, value: "{{ steps.each.body }}" }
            - { id: pick, kind: switch, cases: [{ port: a, when: "{{ true }}" }, { port: b, when: "{{ false }}" }] }
            - { id: trace, kind: headers, set: { X: y } }
          links:
            - { from: manual, to: each }
            - { from: tag, to: remember }
            - { from: remember, to: deep }
            - { from: each, to: after }
            - { from: after, to: pick }
            - { from: trace, to: tag, toPort: customize }
          layout:
            manual: [0, 0]
            each: [0, 100, 400, 500]
            tag: [40, 150]
            remember: [40, 250]
            deep: [40, 350, 320, 200]
            risky: [60, 410]
            after: [0, 700]
            pick: [0, 800]
            trace: [-240, 156]
          """,
          Flow.class);

  @Test
  void a_step_dropped_on_a_container_comes_in_without_its_links_across_the_border() {
    Flow in = new DragSteps(Map.of("after", Position.at(100, 430))).apply(FLOW);

    assertThat(members(in, "deep")).containsExactly("risky", "after");
    assertThat(in.links()).doesNotContain(Link.of("each", "after"), Link.of("after", "pick"));
    assertThat(in.links()).contains(Link.customize("trace", "tag"));
    assertThat(FLOW.links()).hasSize(in.links().size() + 2);
  }

  @Test
  void a_step_dragged_past_the_border_leaves() {
    Flow out = new DragSteps(Map.of("remember", Position.at(900, 250))).apply(FLOW);

    assertThat(members(out, "each")).containsExactly("tag", "deep");
    assertThat(out.links()).doesNotContain(Link.of("tag", "remember"), Link.of("remember", "deep"));
  }

  @Test
  void a_container_moves_with_all_that_is_inside() {
    Flow moved = new DragSteps(Map.of("each", Position.at(50, 130))).apply(FLOW);

    assertThat(moved.layout().get("tag")).isEqualTo(Position.at(90, 180));
    assertThat(moved.layout().get("risky")).isEqualTo(Position.at(110, 440));
    assertThat(moved.layout().get("deep")).isEqualTo(new Position(90, 380, 320, 200));
    assertThat(members(moved, "each")).isEqualTo(members(FLOW, "each"));
    assertThat(moved.links()).isEqualTo(FLOW.links());
  }

  @Test
  void a_container_grows_with_what_is_inside_and_what_follows_makes_room() {
    Flow grown = new DragSteps(Map.of("risky", Position.at(60, 500))).apply(FLOW);

    assertThat(Boxes.of(grown, "deep").height()).isEqualTo(222);
    assertThat(Boxes.of(grown, "each").bottom()).isGreaterThanOrEqualTo(592);
    int by = Boxes.of(grown, "each").bottom() - 600;
    assertThat(grown.layout().get("after").y()).isEqualTo(700 + Math.max(0, by));
    Flow notSmaller = new ResizeBox("each", new Position(0, 100, 50, 50)).apply(FLOW);
    assertThat(Boxes.of(notSmaller, "each").bottom()).isGreaterThanOrEqualTo(570);
  }

  @Test
  void deleting_a_container_takes_what_is_inside_along() {
    var delete = new DeleteSteps(Set.of("each"), Set.of());
    Flow rest = delete.apply(FLOW);

    assertThat(delete.label(FLOW)).isEqualTo("delete 'each' with 4 steps inside");
    assertThat(rest.ids()).containsExactly("manual", "after", "pick", "trace");
    assertThat(rest.links()).containsExactly(Link.of("after", "pick"), Link.of("manual", "after"));
    Flow one = new DeleteSteps(Set.of("remember"), Set.of()).apply(FLOW);
    assertThat(members(one, "each")).containsExactly("tag", "deep");
    assertThat(one.links()).contains(Link.of("tag", "deep"));
  }

  @Test
  void a_container_is_copied_with_what_is_inside_under_new_names() {
    Cuttings copied = Cuttings.of(FLOW, List.of("each"));
    Flow pasted = new Paste(copied, Position.at(1000, 0)).apply(FLOW);

    assertThat(members(pasted, "each2")).containsExactly("tag2", "remember2", "deep2");
    assertThat(members(pasted, "deep2")).containsExactly("risky2");
    assertThat(Json.write(pasted.step("remember2").orElseThrow())).contains("steps.tag2.body");
    assertThat(Containers.of(pasted, "each2")).isEmpty();
    assertThat(Containers.of(new Paste(copied, Position.at(0, 0), "risky").apply(FLOW), "each2"))
        .contains("deep");
  }

  @Test
  void an_id_that_changes_stays_inside() {
    Flow renamed = new RenameId("tag", "addTag").apply(FLOW);

    assertThat(members(renamed, "each")).containsExactly("addTag", "remember", "deep");
    assertThat(members(new RenameId("deep", "careful").apply(FLOW), "careful"))
        .containsExactly("risky");
  }

  @Test
  void what_is_added_comes_where_its_neighbour_is() {
    var step = new TransformStep("made", null, null);
    Flow inLink =
        new InsertOnLink(step, Position.at(40, 210), Link.of("tag", "remember")).apply(FLOW);
    assertThat(members(inLink, "each")).contains("made");
    Flow after = Additions.after(FLOW, step, "risky").apply(FLOW);
    assertThat(members(after, "deep")).containsExactly("risky", "made");
    assertThat(after.links()).contains(Link.of("risky", "made"));
    Flow outside = Additions.after(FLOW, step, "pick").apply(FLOW);
    assertThat(Containers.of(outside, "made")).isEmpty();
    Flow dropped = AddStep.free(step, Position.at(100, 200)).apply(FLOW);
    assertThat(Containers.of(dropped, "made")).contains("each");
    var empty = new ForEachStep("loop", null, null, List.of(), null, null, null);
    Flow withEmpty = AddStep.free(empty, Position.at(1000, 0)).apply(FLOW);
    assertThat(members(Additions.after(withEmpty, step, "loop").apply(withEmpty), "loop"))
        .containsExactly("made");
  }

  @Test
  void no_arrow_is_drawn_across_a_border() {
    assertThat(Links.fits(FLOW, Link.of("risky", "after"))).isFalse();
    assertThat(Links.fits(FLOW, Link.of("manual", "tag"))).isFalse();
    assertThat(Links.fits(FLOW, Link.of("each", "error", "pick"))).isTrue();
    assertThat(Links.fits(FLOW, Link.customize("trace", "tag"))).isFalse();
    assertThat(Links.fits(FLOW, Link.of("tag", "error", "deep"))).isTrue();
  }

  @Test
  void links_follow_the_ports_of_a_switch() {
    Flow linked =
        new AddLink(Link.of("pick", "b", "last"))
            .apply(
                AddStep.free(new TransformStep("last", null, null), Position.at(0, 900))
                    .apply(FLOW));
    Flow renamed =
        new SwitchPorts(
                "pick",
                List.of(new Case("a", "{{ true }}"), new Case("big", "{{ false }}")),
                Map.of("b", "big"))
            .apply(linked);
    assertThat(renamed.links()).contains(Link.of("pick", "big", "last"));
    Flow gone =
        new SwitchPorts("pick", List.of(new Case("a", "{{ true }}")), Map.of()).apply(linked);
    assertThat(gone.links()).noneMatch(link -> link.from().equals("pick"));
    assertThat(SwitchPorts.problem("else", "a", List.of())).isPresent();
    assertThat(SwitchPorts.problem("b", "a", List.of(new Case("b", "")))).isPresent();
    assertThat(SwitchPorts.problem("b", "b", List.of(new Case("b", "")))).isEmpty();
  }

  @Test
  void containers_that_name_each_other_are_drawn_all_the_same() {
    Flow odd =
        Json.readDocument(
            """
            format: patchbay/flow@1
            name: Odd
            steps:
              - { id: a, kind: try, contains: [b, gone] }
              - { id: b, kind: try, contains: [a] }
              - { id: c, kind: try, contains: [c] }
            layout: { a: [0, 0], b: [0, 0], c: [0, 0] }
            """,
            Flow.class);

    assertThat(Containers.of(odd, "a")).isEmpty();
    assertThat(Containers.of(odd, "c")).isEmpty();
    assertThat(Containers.depth(odd, "b")).isLessThan(3);
    assertThat(Boxes.of(odd, "a").width()).isPositive();
    assertThat(Containers.fit(odd).ids()).isEqualTo(odd.ids());
  }

  private static List<String> members(Flow flow, String id) {
    return flow.step(id).map(ContainerStep.class::cast).orElseThrow().contains();
  }
}
