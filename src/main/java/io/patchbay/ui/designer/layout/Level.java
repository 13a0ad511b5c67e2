package io.patchbay.ui.designer.layout;

import io.patchbay.flow.ActiveStep;
import io.patchbay.flow.ContainerStep;
import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import io.patchbay.flow.Link;
import io.patchbay.flow.NoteStep;
import io.patchbay.flow.Step;
import io.patchbay.flow.Trigger;
import io.patchbay.ui.designer.editing.Boxes;
import io.patchbay.ui.designer.editing.Containers;
import io.patchbay.ui.designer.layout.LayeredGraph.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What is inside of one container, or of none: arranged by itself, its containers as boxes. */
final class Level {

  private static final int BESIDE = 40;

  /** Room for cables, so that several into one call stay apart. */
  private static final int CABLES = 80;

  private static final int CABLES_INSIDE = 50;
  private static final int GRID = 10;

  /** Below the head of a container, for the links that lead from there to the first steps. */
  private static final int ENTRY = 20;

  private final Flow flow;
  private final boolean down;
  private final @Nullable String container;
  private final List<Step> steps;
  private final Map<String, Map<String, Position>> inside = new LinkedHashMap<>();
  private final Map<String, Size> sizes = new LinkedHashMap<>();

  /**
   * The level.
   *
   * @param container null for what is in none
   */
  Level(Flow flow, boolean down, @Nullable String container) {
    this.flow = flow;
    this.down = down;
    this.container = container;
    this.steps =
        flow.steps().stream()
            .filter(step ->
                Containers.of(flow, step.id()).map(id -> id.equals(container)).orElse(false)
                    || (container == null && Containers.of(flow, step.id()).isEmpty()))
            .toList();
  }

  /** Places of all that is in it, at any depth; containers with their size. */
  Map<String, Position> places() {
    if (container == null) {
      for (Trigger trigger : flow.triggers()) {
        sizes.put(trigger.id(), new Size(Boxes.STEP_WIDTH, Boxes.STEP_HEIGHT));
      }
    }
    for (Step step : steps) {
      if (step instanceof ContainerStep) {
        sizes.put(step.id(), arranged(step.id()));
      } else if (step instanceof ActiveStep) {
        Boxes.Box box = Boxes.of(flow, step.id());
        sizes.put(step.id(), new Size(box.width(), box.height()));
      }
    }
    Map<String, Position> places =
        new LinkedHashMap<>(new LayeredGraph(flow, sizes, down).places());
    placeCustomizations(places);
    placeNotes(places);
    inside.forEach((id, members) -> {
      Position at = place(places, id);
      Size size = sizes.getOrDefault(id, new Size(0, 0));
      places.put(id, new Position(at.x(), at.y(), size.width(), size.height()));
      members.forEach((member, p) ->
          places.put(member, new Position(at.x() + p.x(), at.y() + p.y(), p.width(), p.height())));
    });
    return places;
  }

  /** Arranges what is inside of a container and says how large that makes it. */
  private Size arranged(String id) {
    Map<String, Position> places = new Level(flow, down, id).places();
    if (places.isEmpty()) {
      inside.put(id, Map.of());
      return new Size(Boxes.CONTAINER_WIDTH, Boxes.CONTAINER_HEIGHT);
    }
    int left = bound(places, Boxes.Box::x, Math::min);
    int top = bound(places, Boxes.Box::y, Math::min);
    int width = bound(places, box -> box.x() + box.width(), Math::max) - left;
    int aside = Math.max(0, (Boxes.CONTAINER_WIDTH - width) / 2 - Boxes.PADDING);
    int toRight = Boxes.PADDING + aside - left;
    int toBottom = Boxes.HEAD + Boxes.PADDING + (down ? ENTRY : 0) - top;
    Map<String, Position> moved = new LinkedHashMap<>();
    places.forEach((member, p) ->
        moved.put(
            member,
            new Position(snap(p.x() + toRight), snap(p.y() + toBottom), p.width(), p.height())));
    inside.put(id, moved);
    return new Size(
        Math.max(
            Boxes.CONTAINER_WIDTH,
            aligned(bound(moved, box -> box.x() + box.width(), Math::max) + Boxes.PADDING)),
        snap(bound(moved, box -> box.y() + box.height(), Math::max) + Boxes.PADDING));
  }

  private int bound(
      Map<String, Position> places, ToIntFunction<Boxes.Box> edge, IntBinaryOperator choice) {
    Flow placed = flow.withLayout(places);
    return places.keySet().stream()
        .mapToInt(id -> edge.applyAsInt(Boxes.of(placed, id)))
        .reduce(choice)
        .orElse(0);
  }

  /** Each beside its first call, on a column (or row) before all steps, without overlaps. */
  private void placeCustomizations(Map<String, Position> places) {
    int across = down ? Boxes.CUSTOMIZATION_HEIGHT + 20 : Boxes.CUSTOMIZATION_WIDTH + 20;
    int cables = container == null ? CABLES : CABLES_INSIDE;
    int edge =
        places.values().stream().mapToInt(p -> down ? p.x() : p.y()).min().orElse(0)
            - (down ? Boxes.CUSTOMIZATION_WIDTH + cables : Boxes.CUSTOMIZATION_HEIGHT + cables);
    record Wish(String id, int along, int cable) {}
    List<Wish> wishes = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof CustomizationStep) {
        int along =
            flow.links().stream()
                .filter(l -> l.isCable() && l.from().equals(step.id()))
                .map(Link::to)
                .map(id -> inLevel(places, id))
                .filter(places::containsKey)
                .mapToInt(id ->
                    down
                        ? place(places, id).y()
                            + (Boxes.STEP_HEIGHT - Boxes.CUSTOMIZATION_HEIGHT) / 2
                        : place(places, id).x()
                            + (Boxes.STEP_WIDTH - Boxes.CUSTOMIZATION_WIDTH) / 2)
                .min()
                .orElse(0);
        wishes.add(new Wish(step.id(), along, firstCable(step.id())));
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

  /** The step itself, or the container of this level that it is in. */
  private String inLevel(Map<String, Position> places, String id) {
    String at = id;
    while (!places.containsKey(at)) {
      var up = Containers.of(flow, at);
      if (up.isEmpty()) {
        return id;
      }
      at = up.get();
    }
    return at;
  }

  /** Its place in the order in which customizations apply. */
  private int firstCable(String customization) {
    for (int i = 0; i < flow.links().size(); i++) {
      Link link = flow.links().get(i);
      if (link.isCable() && link.from().equals(customization)) {
        return i;
      }
    }
    return flow.links().size();
  }

  /** Below the customizations (beside them when data flows rightwards), in their old sizes. */
  private void placeNotes(Map<String, Position> places) {
    boolean noCustomization = steps.stream().noneMatch(CustomizationStep.class::isInstance);
    int left =
        places.values().stream().mapToInt(Position::x).min().orElse(0)
            - (down && noCustomization ? Boxes.NOTE_WIDTH + BESIDE : 0);
    int top =
        down
            ? places.values().stream()
                    .filter(p -> p.x() <= left + GRID)
                    .mapToInt(Position::y)
                    .max()
                    .orElse(-BESIDE)
                + Boxes.CUSTOMIZATION_HEIGHT
                + BESIDE
            : places.values().stream().mapToInt(Position::y).max().orElse(0)
                + Boxes.STEP_HEIGHT
                + BESIDE;
    for (Step step : steps) {
      if (step instanceof NoteStep) {
        Position old = flow.layout().get(step.id());
        Integer width = old == null ? null : old.width();
        Integer height = old == null ? null : old.height();
        places.put(step.id(), new Position(left, top, width, height));
        top += (height == null ? Boxes.NOTE_HEIGHT : height) + BESIDE / 2;
      }
    }
  }

  private static Position place(Map<String, Position> places, String id) {
    return places.getOrDefault(id, Position.at(0, 0));
  }

  /** A width whose middle is that of steps on the grid, so that links between them are straight. */
  private static int aligned(int width) {
    return Math.ceilDiv(width - Boxes.STEP_WIDTH, 2 * GRID) * 2 * GRID + Boxes.STEP_WIDTH;
  }

  private static int snap(int value) {
    return Math.ceilDiv(value, GRID) * GRID;
  }
}
