package io.patchbay.ui.designer.editing;

import io.patchbay.flow.ContainerStep;
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
import org.jspecify.annotations.Nullable;

/**
 * Adds copied steps with new ids; their links and expressions among each other follow.
 *
 * @param at where the top left corner of them comes to stand
 * @param beside a step whose container they come into; absent for that of the place
 */
public record Paste(Cuttings cuttings, Position at, @Nullable String beside)
    implements FlowCommand {

  /** Into the container at that place, if there is one. */
  public Paste(Cuttings cuttings, Position at) {
    this(cuttings, at, null);
  }

  @Override
  public Flow apply(Flow flow) {
    Map<String, String> names = newIds(flow);
    List<Step> steps = new ArrayList<>(flow.steps());
    for (Step step : cuttings.steps()) {
      Step named = StepTexts.withId(step, id(names, step.id()));
      steps.add(StepTexts.withReferences(members(named, names), names));
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
    Flow pasted = flow.withSteps(steps).withLinks(links).withLayout(layout);
    return Containers.fit(Containers.put(pasted, outermost(names), container(pasted, names)));
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

  private static Step members(Step step, Map<String, String> names) {
    return step instanceof ContainerStep container
        ? container.withMembers(
            container.contains().stream()
                .filter(names::containsKey)
                .map(member -> id(names, member))
                .toList())
        : step;
  }

  /** The new ids of those that are inside of none that was copied too. */
  private List<String> outermost(Map<String, String> names) {
    Set<String> inside = new HashSet<>();
    cuttings.steps().stream()
        .filter(ContainerStep.class::isInstance)
        .forEach(step -> inside.addAll(((ContainerStep) step).contains()));
    return names.keySet().stream()
        .filter(old -> !inside.contains(old))
        .map(old -> id(names, old))
        .toList();
  }

  /** Where it is pasted into: where copies of one flow are doubled, beside what they are of. */
  private @Nullable String container(Flow flow, Map<String, String> names) {
    if (beside != null) {
      return Containers.of(flow, beside).orElse(null);
    }
    return Containers.at(
            flow, at.x() + Boxes.STEP_WIDTH / 2.0, at.y() + Boxes.STEP_HEIGHT / 2.0, names.values())
        .orElse(null);
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
