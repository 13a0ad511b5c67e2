package io.patchbay.ui.designer.layout;

import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import io.patchbay.flow.FlowSettings.Direction;
import io.patchbay.ui.designer.editing.Boxes;
import io.patchbay.ui.designer.editing.Boxes.Box;
import io.patchbay.ui.designer.editing.Containers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Arranges a flow: triggers and steps in layers along their links, customizations beside their
 * calls on the side where changes come from, notes behind them; what is inside of a container by
 * itself, the container around it.
 */
@Component
public class LayoutService {

  private static final int BESIDE = 40;
  private static final int GRID = 10;

  /** A place for every trigger and step, the top left one at the origin. */
  public Map<String, Position> arrange(Flow flow) {
    boolean down = flow.effectiveSettings().direction() == Direction.DOWN;
    return normalized(new Level(flow, down, null).places());
  }

  /** The flow with places for what had none; all is arranged anew when nothing had a place. */
  public Flow complete(Flow flow) {
    if (flow.layout().keySet().containsAll(flow.ids())) {
      return flow;
    }
    boolean nothing = flow.ids().stream().noneMatch(flow.layout()::containsKey);
    if (nothing) {
      return flow.withLayout(arrange(flow));
    }
    Map<String, Position> layout = new LinkedHashMap<>(flow.layout());
    int below =
        layout.values().stream().mapToInt(Position::y).max().orElse(0) + 2 * Boxes.STEP_HEIGHT;
    int column = 0;
    for (String id : flow.ids()) {
      if (!layout.containsKey(id)) {
        Optional<String> container = Containers.of(flow, id).filter(layout::containsKey);
        if (container.isPresent()) {
          layout.put(id, within(Boxes.of(flow.withLayout(layout), container.get())));
        } else {
          layout.put(id, Position.at(column, below));
          column += Boxes.STEP_WIDTH + BESIDE;
        }
      }
    }
    return Containers.fit(flow.withLayout(layout));
  }

  /** At the lower edge of a container, which grows by it. */
  private static Position within(Box container) {
    return Position.at(
        container.x() + Boxes.PADDING, container.y() + container.height() - Boxes.PADDING);
  }

  private static Map<String, Position> normalized(Map<String, Position> places) {
    int left = places.values().stream().mapToInt(Position::x).min().orElse(0);
    int top = places.values().stream().mapToInt(Position::y).min().orElse(0);
    Map<String, Position> moved = new LinkedHashMap<>();
    places.forEach((id, p) ->
        moved.put(id, new Position(snap(p.x() - left), snap(p.y() - top), p.width(), p.height())));
    return moved;
  }

  private static int snap(int value) {
    return Math.round((float) value / GRID) * GRID;
  }
}
