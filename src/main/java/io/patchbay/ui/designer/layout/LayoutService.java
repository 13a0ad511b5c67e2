package io.patchbay.ui.designer.layout;

import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import io.patchbay.flow.FlowSettings.Direction;
import io.patchbay.flow.Link;
import io.patchbay.flow.NoteStep;
import io.patchbay.flow.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Arranges a flow: triggers and steps in layers along their links, customizations beside their
 * calls on the side where changes come from, notes behind them.
 */
@Component
public class LayoutService {

  private static final int STEP_WIDTH = 204;
  private static final int STEP_HEIGHT = 52;
  private static final int CUSTOMIZATION_WIDTH = 156;
  private static final int CUSTOMIZATION_HEIGHT = 40;
  private static final int BESIDE = 40;

  /** Room for cables, so that several into one call stay apart. */
  private static final int CABLES = 80;

  private static final int NOTE_WIDTH = 180;
  private static final int NOTE_HEIGHT = 90;
  private static final int GRID = 10;

  /** A place for every trigger and step, the top left one at the origin. */
  public Map<String, Position> arrange(Flow flow) {
    boolean down = flow.effectiveSettings().direction() == Direction.DOWN;
    Map<String, Position> places = new LinkedHashMap<>(new LayeredGraph(flow, down).places());
    placeCustomizations(flow, places, down);
    placeNotes(flow, places, down);
    return normalized(places);
  }

  /** The flow with places for what had none; all is arranged anew when nothing had a place. */
  public Flow complete(Flow flow) {
    if (flow.layout().keySet().containsAll(flow.ids())) {
      return flow;
    }
    Map<String, Position> arranged = arrange(flow);
    boolean nothing = flow.ids().stream().noneMatch(flow.layout()::containsKey);
    if (nothing) {
      return flow.withLayout(arranged);
    }
    Map<String, Position> layout = new LinkedHashMap<>(flow.layout());
    int below = layout.values().stream().mapToInt(Position::y).max().orElse(0) + 2 * STEP_HEIGHT;
    int column = 0;
    for (String id : flow.ids()) {
      if (!layout.containsKey(id)) {
        layout.put(id, Position.at(column, below));
        column += STEP_WIDTH + BESIDE;
      }
    }
    return flow.withLayout(layout);
  }

  /** Each beside its first call, on a column (or row) before all steps, without overlaps. */
  private static void placeCustomizations(Flow flow, Map<String, Position> places, boolean down) {
    int across = down ? CUSTOMIZATION_HEIGHT + 20 : CUSTOMIZATION_WIDTH + 20;
    int edge =
        places.values().stream().mapToInt(p -> down ? p.x() : p.y()).min().orElse(0)
            - (down ? CUSTOMIZATION_WIDTH + CABLES : CUSTOMIZATION_HEIGHT + CABLES);
    record Wish(String id, int along, int cable) {}
    List<Wish> wishes = new ArrayList<>();
    for (Step step : flow.steps()) {
      if (step instanceof CustomizationStep) {
        int along =
            flow.links().stream()
                .filter(l -> l.isCable() && l.from().equals(step.id()))
                .map(Link::to)
                .filter(places::containsKey)
                .mapToInt(id ->
                    down
                        ? place(places, id).y() + (STEP_HEIGHT - CUSTOMIZATION_HEIGHT) / 2
                        : place(places, id).x() + (STEP_WIDTH - CUSTOMIZATION_WIDTH) / 2)
                .min()
                .orElse(0);
        wishes.add(new Wish(step.id(), along, firstCable(flow, step.id())));
      }
    }
    wishes.sort(Comparator.comparingInt(Wish::along).thenComparingInt(Wish::cable));
    int free = Integer.MIN_VALUE;
    for (Wish wish : wishes) {
      int along = Math.max(wish.along(), free);
      places.put(wish.id(), down ? Position.at(edge, along) : Position.at(along, edge));
      free = along + across;
    }
  }

  /** Its place in the order in which customizations apply. */
  private static int firstCable(Flow flow, String customization) {
    for (int i = 0; i < flow.links().size(); i++) {
      Link link = flow.links().get(i);
      if (link.isCable() && link.from().equals(customization)) {
        return i;
      }
    }
    return flow.links().size();
  }

  /** Below the customizations (beside them when data flows rightwards), in their old sizes. */
  private static void placeNotes(Flow flow, Map<String, Position> places, boolean down) {
    int left =
        places.values().stream().mapToInt(Position::x).min().orElse(0)
            - (down && hasNoCustomization(flow) ? NOTE_WIDTH + BESIDE : 0);
    int top =
        down
            ? places.values().stream()
                    .filter(p -> p.x() <= left + GRID)
                    .mapToInt(Position::y)
                    .max()
                    .orElse(-BESIDE)
                + CUSTOMIZATION_HEIGHT
                + BESIDE
            : places.values().stream().mapToInt(Position::y).max().orElse(0) + STEP_HEIGHT + BESIDE;
    for (Step step : flow.steps()) {
      if (step instanceof NoteStep) {
        Position old = flow.layout().get(step.id());
        Integer width = old == null ? null : old.width();
        Integer height = old == null ? null : old.height();
        places.put(step.id(), new Position(left, top, width, height));
        top += (height == null ? NOTE_HEIGHT : height) + BESIDE / 2;
      }
    }
  }

  private static boolean hasNoCustomization(Flow flow) {
    return flow.steps().stream().noneMatch(CustomizationStep.class::isInstance);
  }

  private static Map<String, Position> normalized(Map<String, Position> places) {
    int left = places.values().stream().mapToInt(Position::x).min().orElse(0);
    int top = places.values().stream().mapToInt(Position::y).min().orElse(0);
    Map<String, Position> moved = new LinkedHashMap<>();
    places.forEach((id, p) ->
        moved.put(id, new Position(snap(p.x() - left), snap(p.y() - top), p.width(), p.height())));
    return moved;
  }

  private static Position place(Map<String, Position> places, String id) {
    return places.getOrDefault(id, Position.at(0, 0));
  }

  private static int snap(int value) {
    return Math.round((float) value / GRID) * GRID;
  }
}
