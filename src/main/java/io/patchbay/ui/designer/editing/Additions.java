package io.patchbay.ui.designer.editing;

import io.patchbay.flow.ActiveStep;
import io.patchbay.flow.CallStep;
import io.patchbay.flow.ContainerStep;
import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import io.patchbay.flow.FlowSettings.Direction;
import io.patchbay.flow.Link;
import io.patchbay.flow.Step;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a step goes that was added without being put anywhere. */
public final class Additions {

  private static final int ROW = 100;
  private static final int COLUMN = 240;
  private static final int CLOSE = 60;
  private static final int SIDE = 16;
  private static final int GAP = 8;

  private Additions() {}

  /**
   * Adds a step after the selected one, or after the end of the flow: within its link where it has
   * one, patched to it where the step is a customization.
   */
  public static FlowCommand after(Flow flow, Step step, @Nullable String selected) {
    if (step instanceof CustomizationStep) {
      return patched(flow, step, callOf(flow, selected));
    }
    if (selected != null
        && flow.step(selected).orElse(null) instanceof ContainerStep container
        && container.contains().isEmpty()) {
      return AddStep.free(step, inside(flow, selected));
    }
    String before = selected == null ? end(flow).orElse(null) : selected;
    if (!(step instanceof ActiveStep) || before == null) {
      return AddStep.free(step, free(flow, below(flow)));
    }
    Optional<String> port = freePort(flow, before);
    Position next = free(flow, beyond(flow, before, 1), before);
    if (port.isPresent()) {
      return new AddStep(step, next, before, port.get());
    }
    List<Link> out =
        flow.links().stream()
            .filter(l -> l.from().equals(before) && !l.isCable() && !l.leaves().equals(Link.ERROR))
            .toList();
    if (out.size() == 1) {
      return new InsertOnLink(step, beyond(flow, before, 1), out.getFirst());
    }
    return Links.mainPort(flow, before)
        .<FlowCommand>map(main -> new AddStep(step, next, before, main))
        .orElseGet(() -> AddStep.free(step, next));
  }

  /** A place near this one where nothing stands yet. */
  static Position free(Flow flow, Position wanted) {
    return free(flow, wanted, null);
  }

  /** As the other, beside what is in the same container as {@code neighbour}. */
  private static Position free(Flow flow, Position wanted, @Nullable String neighbour) {
    Position place = wanted;
    boolean down = isDown(flow);
    Set<String> around = around(flow, neighbour);
    while (isTaken(flow, place, around)) {
      place =
          down
              ? Position.at(place.x() + COLUMN, place.y())
              : Position.at(place.x(), place.y() + ROW);
    }
    return place;
  }

  /** Where a trigger goes that was added without being put anywhere. */
  public static Position forTrigger(Flow flow) {
    Position top =
        flow.triggers().stream()
            .map(trigger -> flow.layout().get(trigger.id()))
            .filter(place -> place != null)
            .findFirst()
            .orElse(Position.at(0, 0));
    return free(flow, top);
  }

  /** Adds a customization beside the call that is selected, and patches it there. */
  public static FlowCommand patched(Flow flow, Step step, @Nullable String selected) {
    boolean down = isDown(flow);
    if (selected == null || !(flow.step(selected).orElse(null) instanceof CallStep)) {
      return AddStep.free(step, free(flow, below(flow)));
    }
    Position call = flow.layout().getOrDefault(selected, Position.at(0, 0));
    Position at =
        down
            ? Position.at(call.x() - 240, call.y() + 6)
            : Position.at(call.x() + 24, call.y() - ROW);
    Position free = at;
    Set<String> around = around(flow, selected);
    while (isTaken(flow, free, around)) {
      free = Position.at(free.x(), free.y() - CLOSE);
    }
    return new AddPatched(step, free, step.id(), selected);
  }

  /** The selected call, or the only one that the selected customization is patched to. */
  private static @Nullable String callOf(Flow flow, @Nullable String selected) {
    if (selected == null || !(flow.step(selected).orElse(null) instanceof CustomizationStep)) {
      return selected;
    }
    List<String> calls =
        flow.links().stream()
            .filter(link -> link.isCable() && link.from().equals(selected))
            .map(Link::to)
            .toList();
    return calls.size() == 1 ? calls.getFirst() : selected;
  }

  /** The only trigger or step after which nothing comes though something could. */
  private static Optional<String> end(Flow flow) {
    List<String> ends =
        flow.ids().stream()
            .filter(id -> Links.mainPort(flow, id).isPresent())
            .filter(id -> flow.links().stream().noneMatch(link -> link.from().equals(id)))
            .toList();
    return ends.size() == 1 ? Optional.of(ends.getFirst()) : Optional.empty();
  }

  private static Optional<String> freePort(Flow flow, String id) {
    List<String> ports =
        flow.trigger(id).isPresent()
            ? List.of(Link.NEXT)
            : flow.step(id).map(Step::outPorts).orElse(List.of());
    return ports.stream()
        .filter(port -> !port.equals(Link.ERROR))
        .filter(port ->
            flow.links().stream()
                .noneMatch(link -> link.from().equals(id) && link.leaves().equals(port)))
        .findFirst();
  }

  private static Position beyond(Flow flow, String id, int rows) {
    Boxes.Box box = Boxes.of(flow, id);
    return isDown(flow)
        ? Position.at(
            box.x() + (box.width() - Boxes.STEP_WIDTH) / 2,
            box.y() + box.height() - Boxes.STEP_HEIGHT + rows * ROW)
        : Position.at(
            box.x() + box.width() - Boxes.STEP_WIDTH + rows * (COLUMN + 30),
            box.y() + (box.height() - Boxes.STEP_HEIGHT) / 2);
  }

  private static Position below(Flow flow) {
    return flow.layout().keySet().stream()
        .map(id -> Boxes.of(flow, id))
        .max(Comparator.comparingInt(Boxes.Box::bottom))
        .map(box -> Position.at(box.x(), box.bottom() - Boxes.STEP_HEIGHT + ROW))
        .orElse(Position.at(0, 0));
  }

  /** In the middle below the head of an empty container. */
  private static Position inside(Flow flow, String container) {
    Boxes.Box box = Boxes.of(flow, container);
    return Position.at(
        box.x() + (box.width() - Boxes.STEP_WIDTH) / 2, box.y() + Boxes.HEAD + Boxes.PADDING + 10);
  }

  /** The containers that a step is in: their boxes are no obstacle to it. */
  private static Set<String> around(Flow flow, @Nullable String id) {
    Set<String> around = new LinkedHashSet<>();
    Optional<String> up = id == null ? Optional.empty() : Containers.of(flow, id);
    while (up.isPresent()) {
      around.add(up.get());
      up = Containers.of(flow, up.get());
    }
    return around;
  }

  private static boolean isTaken(Flow flow, Position place, Set<String> around) {
    return flow.layout().keySet().stream()
        .filter(id -> !around.contains(id))
        .map(id -> Boxes.of(flow, id))
        .anyMatch(other ->
            place.x() < other.x() + Math.max(other.width(), Boxes.STEP_WIDTH) + SIDE
                && place.x() + Boxes.STEP_WIDTH + SIDE > other.x()
                && place.y() < other.y() + Math.max(other.height(), Boxes.STEP_HEIGHT) + GAP
                && place.y() + Boxes.STEP_HEIGHT + GAP > other.y());
  }

  private static boolean isDown(Flow flow) {
    return flow.effectiveSettings().direction() == Direction.DOWN;
  }
}
