package io.patchbay.ui.designer.editing;

import io.patchbay.flow.Flow;
import io.patchbay.flow.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * Deletes triggers, steps with all that is inside of them, and links. What stood before and after a
 * deleted step is linked where only one way is thinkable.
 */
public record DeleteSteps(Set<String> ids, Set<Link> links) implements FlowCommand {

  public DeleteSteps {
    ids = Set.copyOf(ids);
    links = Set.copyOf(links);
  }

  @Override
  public Flow apply(Flow flow) {
    List<Link> rest = new ArrayList<>(flow.links());
    rest.removeAll(links);
    Flow next = flow.withLinks(rest);
    Set<String> all = Containers.withInside(flow, ids);
    for (String id : flow.ids()) {
      if (all.contains(id)) {
        next = delete(next, id);
      }
    }
    return Containers.forget(next, all);
  }

  @Override
  public String label(Flow flow) {
    if (ids.isEmpty()) {
      return "delete " + StepTexts.count(links.size(), "link");
    }
    int inside = Containers.withInside(flow, ids).size() - ids.size();
    if (ids.size() > 1) {
      return "delete %d steps".formatted(ids.size() + inside);
    }
    String id = ids.iterator().next();
    String name =
        flow.step(id).map(s -> s.label()).or(() -> flow.trigger(id).map(t -> t.label())).orElse(id);
    return inside == 0
        ? "delete '%s'".formatted(name)
        : "delete '%s' with %d %s inside".formatted(name, inside, inside == 1 ? "step" : "steps");
  }

  private static Flow delete(Flow flow, String id) {
    var layout = new LinkedHashMap<>(flow.layout());
    layout.remove(id);
    var pins = new LinkedHashMap<>(flow.pins());
    pins.remove(id);
    return flow.withLinks(Links.without(flow, id))
        .withSteps(flow.steps().stream().filter(s -> !s.id().equals(id)).toList())
        .withTriggers(flow.triggers().stream().filter(t -> !t.id().equals(id)).toList())
        .withLayout(layout)
        .withPins(pins);
  }
}
