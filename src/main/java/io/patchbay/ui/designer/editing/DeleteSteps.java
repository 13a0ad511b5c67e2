package io.patchbay.ui.designer.editing;

import io.patchbay.flow.Flow;
import io.patchbay.flow.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * Deletes triggers, steps and links. What stood before and after a deleted step is linked where
 * only one way is thinkable.
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
    for (String id : flow.ids()) {
      if (ids.contains(id)) {
        next = delete(next, id);
      }
    }
    return next;
  }

  @Override
  public String label(Flow flow) {
    if (ids.isEmpty()) {
      return "delete " + StepTexts.count(links.size(), "link");
    }
    if (ids.size() > 1) {
      return "delete %d steps".formatted(ids.size());
    }
    String id = ids.iterator().next();
    return "delete '%s'"
        .formatted(
            flow.step(id)
                .map(s -> s.label())
                .or(() -> flow.trigger(id).map(t -> t.label()))
                .orElse(id));
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
