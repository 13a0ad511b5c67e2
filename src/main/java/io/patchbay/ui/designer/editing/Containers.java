package io.patchbay.ui.designer.editing;

import io.patchbay.flow.ContainerStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import io.patchbay.flow.FlowGraph;
import io.patchbay.flow.FlowSettings.Direction;
import io.patchbay.flow.Link;
import io.patchbay.flow.Step;
import io.patchbay.ui.designer.editing.Boxes.Box;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Which steps are inside which container, and what follows when they come in or leave. */
public final class Containers {

  private Containers() {}

  /** The container that a step is in: the first that names it, and none that is inside of it. */
  public static Optional<String> of(Flow flow, String id) {
    Optional<String> container = flow.containerOf(id).map(Step::id);
    Set<String> seen = new LinkedHashSet<>(Set.of(id));
    for (Optional<String> up = container; up.isPresent(); ) {
      if (!seen.add(up.get())) {
        return Optional.empty();
      }
      up = flow.containerOf(up.get()).map(Step::id);
    }
    return container;
  }

  /** How many containers a step is in, one inside the other. */
  public static int depth(Flow flow, String id) {
    int depth = 0;
    for (Optional<String> up = of(flow, id); up.isPresent(); up = of(flow, up.get())) {
      depth++;
    }
    return depth;
  }

  /** These ids and all that is inside of them, at any depth. */
  public static Set<String> withInside(Flow flow, Collection<String> ids) {
    Set<String> all = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(ids);
    while (!open.isEmpty()) {
      String id = open.pop();
      if (all.add(id) && flow.step(id).orElse(null) instanceof ContainerStep container) {
        container.contains().stream()
            .filter(member -> flow.step(member).isPresent())
            .forEach(open::add);
      }
    }
    return all;
  }

  /** The innermost container at a point of the canvas, but for these and what is inside of them. */
  static Optional<String> at(Flow flow, double x, double y, Collection<String> but) {
    Set<String> without = withInside(flow, but);
    return flow.steps().stream()
        .filter(step -> step instanceof ContainerStep && !without.contains(step.id()))
        .map(Step::id)
        .filter(id -> Boxes.of(flow, id).holds(x, y))
        .max(Comparator.comparingInt(id -> depth(flow, id)));
  }

  /** The innermost container in whose box a step stands. */
  static Optional<String> under(Flow flow, String id) {
    Box box = Boxes.of(flow, id);
    return at(flow, box.x() + box.width() / 2.0, box.y() + box.height() / 2.0, Set.of(id));
  }

  /** Puts steps into a container, or out of all. */
  public static Flow put(Flow flow, Collection<String> ids, @Nullable String container) {
    return withMembers(
        flow,
        one -> {
          List<String> members = new ArrayList<>(one.contains());
          members.removeAll(ids);
          if (one.id().equals(container)) {
            members.addAll(ids);
          }
          return members;
        });
  }

  /** Puts a step that was just added into the container of another, or of the place it is at. */
  static Flow join(Flow flow, String id, @Nullable String neighbour) {
    Optional<String> container =
        neighbour == null || flow.trigger(neighbour).isPresent()
            ? neighbour == null ? under(flow, id) : Optional.empty()
            : of(flow, neighbour);
    return fit(put(flow, List.of(id), container.orElse(null)));
  }

  /** Without these ids in any container. */
  static Flow forget(Flow flow, Collection<String> ids) {
    return withMembers(
        flow, one -> one.contains().stream().filter(member -> !ids.contains(member)).toList());
  }

  /** The arrows that lead into a container or out of one past its border. */
  public static List<Link> crossing(Flow flow) {
    return flow.links().stream()
        .filter(link -> !link.isCable() && !sameSide(flow, link.from(), link.to()))
        .toList();
  }

  /** Whether an arrow between the two crosses no border. */
  static boolean sameSide(Flow flow, String one, String other) {
    return Objects.equals(of(flow, one), of(flow, other));
  }

  /** Without the arrows that cross a border. */
  static Flow cut(Flow flow) {
    List<Link> crossing = crossing(flow);
    return crossing.isEmpty()
        ? flow
        : flow.withLinks(flow.links().stream().filter(link -> !crossing.contains(link)).toList());
  }

  /** Containers grow to hold what is inside; what follows them makes room. */
  public static Flow fit(Flow flow) {
    List<String> containers =
        flow.steps().stream()
            .filter(ContainerStep.class::isInstance)
            .map(Step::id)
            .sorted(Comparator.comparingInt((String id) -> depth(flow, id)).reversed())
            .toList();
    Flow next = flow;
    for (String id : containers) {
      next = fit(next, id);
    }
    return next;
  }

  private static Flow fit(Flow flow, String id) {
    if (!(flow.step(id).orElse(null) instanceof ContainerStep container)
        || !flow.layout().containsKey(id)) {
      return flow;
    }
    Box old = Boxes.of(flow, id);
    Box now = Boxes.grown(old, Boxes.members(flow, container));
    Map<String, Position> layout = new LinkedHashMap<>(flow.layout());
    layout.put(id, now.position());
    boolean down = flow.effectiveSettings().direction() == Direction.DOWN;
    int by = down ? now.bottom() - old.bottom() : now.right() - old.right();
    int from = down ? old.bottom() : old.right();
    if (by > 0) {
      Set<String> after = withInside(flow, new FlowGraph(flow).reachable(id));
      layout.replaceAll((other, place) ->
          after.contains(other) && (down ? place.y() : place.x()) >= from
              ? moved(place, down ? 0 : by, down ? by : 0)
              : place);
    }
    return layout.equals(flow.layout()) ? flow : flow.withLayout(layout);
  }

  /** A place so much further right and down. */
  static Position moved(Position place, int right, int down) {
    return new Position(place.x() + right, place.y() + down, place.width(), place.height());
  }

  private static Flow withMembers(
      Flow flow, java.util.function.Function<ContainerStep, List<String>> members) {
    UnaryOperator<Step> change =
        step -> {
          if (!(step instanceof ContainerStep container)) {
            return step;
          }
          List<String> now = members.apply(container);
          return now.equals(container.contains()) ? step : container.withMembers(now);
        };
    return flow.withSteps(flow.steps().stream().map(change).toList());
  }
}
