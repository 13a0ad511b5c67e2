package io.patchbay.ui.designer.editing;

import io.patchbay.flow.ActiveStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import io.patchbay.flow.FlowGraph;
import io.patchbay.flow.FlowSettings.Direction;
import io.patchbay.flow.Link;
import io.patchbay.flow.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Adds a step within a link and makes room for it. Where nothing can follow the step, it gets a
 * link of its own beside the other.
 */
public record InsertOnLink(Step step, Position at, Link link) implements FlowCommand {

  /** From one row to the next, and from one column to the next. */
  private static final int ROW = 92;

  private static final int COLUMN = 264;

  @Override
  public Flow apply(Flow flow) {
    Flow added = Containers.join(AddStep.free(step, at).apply(flow), step.id(), link.to());
    if (!(step instanceof ActiveStep) || !flow.links().contains(link)) {
      return added;
    }
    List<Link> links = new ArrayList<>(flow.links());
    Optional<String> port = Links.mainPort(added, step.id());
    if (port.isPresent()) {
      links.set(links.indexOf(link), Link.of(step.id(), port.get(), link.to()));
    }
    links.add(Link.of(link.from(), link.leaves(), step.id()));
    return port.isPresent() ? makeRoom(added.withLinks(links)) : added.withLinks(links);
  }

  @Override
  public String label(Flow flow) {
    return "insert '%s'".formatted(step.label());
  }

  private Flow makeRoom(Flow flow) {
    boolean down = flow.effectiveSettings().direction() == Direction.DOWN;
    Position below = flow.layout().get(link.to());
    if (below == null) {
      return flow;
    }
    Boxes.Box box = Boxes.of(flow, step.id());
    int short_ =
        down
            ? at.y() + box.height() - Boxes.STEP_HEIGHT + ROW - below.y()
            : at.x() + box.width() - Boxes.STEP_WIDTH + COLUMN - below.x();
    if (short_ <= 0) {
      return flow;
    }
    Set<String> moving = Containers.withInside(flow, new FlowGraph(flow).reachable(step.id()));
    Map<String, Position> layout = new LinkedHashMap<>(flow.layout());
    layout.replaceAll((id, place) ->
        moving.contains(id)
            ? Containers.moved(place, down ? 0 : short_, down ? short_ : 0)
            : place);
    return Containers.fit(flow.withLayout(layout));
  }
}
