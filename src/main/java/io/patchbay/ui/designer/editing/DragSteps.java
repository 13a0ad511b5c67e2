package io.patchbay.ui.designer.editing;

import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts steps elsewhere by hand: what is inside a container moves along with it, what is dragged
 * over a container's border comes in or leaves. Arrows that would cross a border then are removed.
 */
public record DragSteps(Map<String, Position> places) implements FlowCommand {

  public DragSteps {
    places = Map.copyOf(places);
  }

  @Override
  public Flow apply(Flow flow) {
    Flow moved = new MoveSteps("move", withInside(flow)).apply(flow);
    Flow next = moved;
    for (String id : places.keySet().stream().sorted().toList()) {
      if (flow.step(id).isEmpty() || movesWithItsContainer(flow, id)) {
        continue;
      }
      Optional<String> container = Containers.under(moved, id).filter(one -> !isInMoved(flow, one));
      if (!container.equals(Containers.of(flow, id))) {
        next = Containers.put(next, List.of(id), container.orElse(null));
      }
    }
    return Containers.fit(Containers.cut(next));
  }

  @Override
  public String label(Flow flow) {
    return "move " + StepTexts.count(places.size(), "step");
  }

  private boolean movesWithItsContainer(Flow flow, String id) {
    return Containers.of(flow, id).filter(container -> isInMoved(flow, container)).isPresent();
  }

  private boolean isInMoved(Flow flow, String container) {
    return Containers.withInside(flow, places.keySet()).contains(container);
  }

  private Map<String, Position> withInside(Flow flow) {
    Map<String, Position> all = new LinkedHashMap<>();
    places.forEach((id, place) -> {
      Position old = flow.layout().get(id);
      if (old != null) {
        for (String inner : Containers.withInside(flow, Set.of(id))) {
          Position at = flow.layout().get(inner);
          if (at != null && !inner.equals(id)) {
            all.put(inner, Containers.moved(at, place.x() - old.x(), place.y() - old.y()));
          }
        }
      }
    });
    all.putAll(places);
    return all;
  }
}
