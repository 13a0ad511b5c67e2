package io.patchbay.ui.designer.editing;

import io.patchbay.flow.ActiveStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import io.patchbay.flow.Link;
import io.patchbay.flow.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds a step.
 *
 * @param from what it is linked to, with the port {@code fromPort}; null for a step by itself
 */
public record AddStep(Step step, Position at, @Nullable String from, @Nullable String fromPort)
    implements FlowCommand {

  /** A step by itself. */
  public static AddStep free(Step step, Position at) {
    return new AddStep(step, at, null, null);
  }

  @Override
  public Flow apply(Flow flow) {
    List<Step> steps = new ArrayList<>(flow.steps());
    steps.add(step);
    Map<String, Position> layout = new LinkedHashMap<>(flow.layout());
    layout.put(step.id(), at);
    Flow added = flow.withSteps(steps).withLayout(layout);
    if (from == null || !(step instanceof ActiveStep)) {
      return Containers.join(added, step.id(), null);
    }
    Flow joined = Containers.join(added, step.id(), from);
    return new AddLink(new Link(from, fromPort, step.id(), null)).apply(joined);
  }

  @Override
  public String label(Flow flow) {
    return "add '%s'".formatted(step.label());
  }
}
