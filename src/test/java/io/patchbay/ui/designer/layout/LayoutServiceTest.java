package io.patchbay.ui.designer.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Json;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import io.patchbay.flow.FlowSettings;
import io.patchbay.flow.FlowSettings.Direction;
import io.patchbay.flow.Link;
import io.patchbay.ui.designer.editing.Boxes;
import io.patchbay.ui.designer.editing.Boxes.Box;
import io.patchbay.ui.designer.editing.Containers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayoutServiceTest {

  private static final Flow FLOW =
      Json.readDocument(
          """
          format: patchbay/flow@1
          name: Orders
          triggers: [{ id: hook, kind: webhook, path: orders }]
          steps:
            - { id: a, kind: call, api: x, method: a }
            - { id: b, kind: call, api: x, method: b }
            - { id: c, kind: condition, when: "{{ true }}" }
            - { id: d, kind: respond }
            - { id: trace, kind: headers, set: { X: y } }
            - { id: more, kind: headers, set: { X: z } }
            - { id: remark, kind: note, text: Hi }
          links:
            - { from: hook, to: a }
            - { from: hook, to: b }
            - { from: a, to: c }
            - { from: b, to: c }
            - { from: c, fromPort: "true", to: d }
            - { from: trace, to: a, toPort: customize }
            - { from: more, to: a, toPort: customize }
          """,
          Flow.class);

  private final LayoutService layout = new LayoutService();

  @Test
  void every_link_leads_down_and_nothing_overlaps() {
    Map<String, Position> places = layout.arrange(FLOW);
    assertThat(places.keySet()).containsExactlyInAnyOrderElementsOf(FLOW.ids());
    for (Link link : FLOW.links()) {
      if (!link.isCable()) {
        assertThat(y(places, link.to()))
            .as(link.toString())
            .isGreaterThan(y(places, link.from()) + 52);
      }
    }
    List<String> ids = new ArrayList<>(places.keySet());
    for (String one : ids) {
      for (String other : ids) {
        if (!one.equals(other)) {
          boolean apart =
              Math.abs(x(places, one) - x(places, other)) >= 156
                  || Math.abs(y(places, one) - y(places, other)) >= 40;
          assertThat(apart).as("%s and %s", one, other).isTrue();
        }
      }
    }
  }

  @Test
  void customizations_come_from_the_left() {
    Map<String, Position> places = layout.arrange(FLOW);
    assertThat(x(places, "trace") + 156).isLessThan(x(places, "a"));
    assertThat(x(places, "more") + 156).isLessThan(x(places, "b"));
  }

  @Test
  void to_the_right_where_the_flow_says_so() {
    Flow right = FLOW.withSettings(FlowSettings.DEFAULTS.withDirection(Direction.RIGHT));
    Map<String, Position> places = layout.arrange(right);
    assertThat(x(places, "a")).isGreaterThan(x(places, "hook") + 204);
    assertThat(y(places, "trace") + 40).isLessThan(y(places, "a"));
  }

  @Test
  void a_container_stands_around_what_is_inside() {
    Flow nested =
        Json.readDocument(
            """
            format: patchbay/flow@1
            name: Nested
            triggers: [{ id: manual, kind: manual }]
            steps:
              - { id: each, kind: forEach, contains: [a, deep, remark, trace] }
              - { id: a, kind: call, api: x, method: a }
              - { id: deep, kind: try, contains: [b, c] }
              - { id: b, kind: wait, duration: 1s }
              - { id: c, kind: wait, duration: 1s }
              - { id: empty, kind: try }
              - { id: remark, kind: note, text: Hi }
              - { id: trace, kind: headers, set: { X: y } }
            links:
              - { from: manual, to: each }
              - { from: each, to: empty }
              - { from: a, to: deep }
              - { from: b, to: c }
              - { from: trace, to: a, toPort: customize }
            """,
            Flow.class);

    Flow placed = nested.withLayout(layout.arrange(nested));

    assertThat(placed.layout().keySet()).containsAll(nested.ids());
    assertInside(placed, "a", "each");
    assertInside(placed, "deep", "each");
    assertInside(placed, "remark", "each");
    assertInside(placed, "trace", "each");
    assertInside(placed, "b", "deep");
    assertInside(placed, "c", "deep");
    Box each = Boxes.of(placed, "each");
    assertThat(y(placed.layout(), "empty")).isGreaterThan(each.y() + each.height());
    assertThat(y(placed.layout(), "deep")).isGreaterThan(y(placed.layout(), "a") + 52);
    assertThat(Containers.fit(placed)).isEqualTo(placed);
  }

  private static void assertInside(Flow flow, String id, String container) {
    Box inner = Boxes.of(flow, id);
    Box outer = Boxes.of(flow, container);
    assertThat(inner.x()).as(id).isGreaterThan(outer.x());
    assertThat(inner.y()).as(id).isGreaterThanOrEqualTo(outer.y() + Boxes.HEAD);
    assertThat(inner.x() + inner.width()).as(id).isLessThan(outer.x() + outer.width());
    assertThat(inner.y() + inner.height()).as(id).isLessThan(outer.y() + outer.height());
  }

  @Test
  void what_has_a_place_keeps_it() {
    Flow partly = FLOW.withLayout(Map.of("hook", Position.at(30, 40)));
    Flow complete = layout.complete(partly);
    assertThat(complete.layout()).containsEntry("hook", Position.at(30, 40));
    assertThat(complete.layout().keySet()).containsAll(FLOW.ids());
    assertThat(layout.complete(complete)).isSameAs(complete);
  }

  private static int x(Map<String, Position> places, String id) {
    return places.getOrDefault(id, Position.at(0, 0)).x();
  }

  private static int y(Map<String, Position> places, String id) {
    return places.getOrDefault(id, Position.at(0, 0)).y();
  }
}
