package io.patchbay.ui.designer.editing;

import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import io.patchbay.flow.Link;
import io.patchbay.flow.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Adds copied steps with new ids; their links and expressions among each other follow.
 *
 * @param at where the top left corner of them comes to stand
 */
public record Paste(Cuttings cuttings, Position at) implements FlowCommand {

  @Override
  public Flow apply(Flow flow) {
    Map<String, String> names = newIds(flow);
    List<Step> steps = new ArrayList<>(flow.steps());
    for (Step step : cuttings.steps()) {
      steps.add(StepTexts.withReferences(StepTexts.withId(step, id(names, step.id())), names));
    }
    List<Link> links = new ArrayList<>(flow.links());
    for (Link link : cuttings.links()) {
      if (names.containsKey(link.from()) && names.containsKey(link.to())) {
        links.add(
            new Link(id(names, link.from()), link.fromPort(), id(names, link.to()), link.toPort()));
      }
    }
    Map<String, Position> layout = new LinkedHashMap<>(flow.layout());
    layout.putAll(places(names));
    return flow.withSteps(steps).withLinks(links).withLayout(layout);
  }

  @Override
  public String label(Flow flow) {
    return "paste " + StepTexts.count(cuttings.steps().size(), "step");
  }

  /** The ids that the steps get, by those that they had. */
  public Map<String, String> newIds(Flow flow) {
    Set<String> taken = new HashSet<>(flow.ids());
    Map<String, String> names = new LinkedHashMap<>();
    for (Step step : cuttings.steps()) {
      String id = NewIds.after(step.id().replaceFirst("\\d+$", ""), taken);
      taken.add(id);
      names.put(step.id(), id);
    }
    return names;
  }

  private Map<String, Position> places(Map<String, String> names) {
    int left = cuttings.layout().values().stream().mapToInt(Position::x).min().orElse(0);
    int top = cuttings.layout().values().stream().mapToInt(Position::y).min().orElse(0);
    Map<String, Position> places = new LinkedHashMap<>();
    cuttings
        .layout()
        .forEach((old, place) ->
            places.put(
                id(names, old),
                new Position(
                    at.x() + place.x() - left,
                    at.y() + place.y() - top,
                    place.width(),
                    place.height())));
    return places;
  }

  private static String id(Map<String, String> names, String old) {
    return names.getOrDefault(old, old);
  }
}
