package io.patchbay.ui.designer.editing;

import io.patchbay.flow.ActiveStep;
import io.patchbay.flow.CallStep;
import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import io.patchbay.flow.FlowSettings.Direction;
import io.patchbay.flow.Link;
import io.patchbay.flow.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a step goes that was added without being put anywhere. */
public final class Additions {

  private static final int ROW = 100;
  private static final int COLUMN = 240;
  private static final int CLOSE = 60;

  private Additions() {}

  /**
   * Adds a step after the selected one, or after the end of the flow: within its link where it has
   * one, patched to it where the step is a customization.
   */
  public static FlowCommand after(Flow flow, Step step, @Nullable String selected) {
    if (step instanceof CustomizationStep) {
      return patched(flow, step, callOf(flow, selected));
    }
    String before = selected == null ? end(flow).orElse(null) : selected;
    if (!(step instanceof ActiveStep) || before == null) {
      return AddStep.free(step, free(flow, below(flow)));
    }
    Optional<String> port = freePort(flow, before);
    Position next = free(flow, beyond(flow, before, 1));
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
  public static Position free(Flow flow, Position wanted) {
    Position place = wanted;
    boolean down = isDown(flow);
    while (isTaken(flow, place)) {
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
    while (isTaken(flow, free)) {
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
    Position at = flow.layout().getOrDefault(id, Position.at(0, 0));
    return isDown(flow)
        ? Position.at(at.x(), at.y() + rows * ROW)
        : Position.at(at.x() + rows * (COLUMN + 30), at.y());
  }

  private static Position below(Flow flow) {
    Optional<Position> lowest =
        flow.layout().values().stream().max(Comparator.comparingInt(Position::y));
    return lowest.map(p -> Position.at(p.x(), p.y() + ROW)).orElse(Position.at(0, 0));
  }

  private static boolean isTaken(Flow flow, Position place) {
    return flow.layout().values().stream()
        .anyMatch(other ->
            Math.abs(other.x() - place.x()) < COLUMN - 20
                && Math.abs(other.y() - place.y()) < CLOSE);
  }

  private static boolean isDown(Flow flow) {
    return flow.effectiveSettings().direction() == Direction.DOWN;
  }
}
