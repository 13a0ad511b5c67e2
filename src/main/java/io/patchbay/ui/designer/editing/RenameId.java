package io.patchbay.ui.designer.editing;

import io.patchbay.flow.ContainerStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Link;
import io.patchbay.flow.Step;
import io.patchbay.flow.Trigger;
import java.util.Map;

/**
 * Gives a trigger or step another id, everywhere: in links, containers, places, pins and in the
 * expressions of all steps. Changes nothing where the new id is taken or cannot be one.
 */
public record RenameId(String from, String to) implements FlowCommand {

  @Override
  public Flow apply(Flow flow) {
    if (from.equals(to) || flow.ids().contains(to) || !NewIds.isValid(to)) {
      return flow;
    }
    return flow.withTriggers(flow.triggers().stream().map(this::trigger).toList())
        .withSteps(flow.steps().stream().map(this::step).toList())
        .withLinks(flow.links().stream().map(this::link).toList())
        .withLayout(StepTexts.renameKey(flow.layout(), from, to))
        .withPins(StepTexts.renameKey(flow.pins(), from, to));
  }

  @Override
  public String label(Flow flow) {
    return "rename '%s' to '%s'".formatted(from, to);
  }

  private Step step(Step step) {
    Step named = step.id().equals(from) ? StepTexts.withId(step, to) : step;
    Step renamed =
        named instanceof ContainerStep container && container.contains().contains(from)
            ? container.withMembers(container.contains().stream().map(this::of).toList())
            : named;
    return StepTexts.withReferences(renamed, Map.of(from, to));
  }

  private Trigger trigger(Trigger trigger) {
    return trigger.id().equals(from) ? StepTexts.withId(trigger, to) : trigger;
  }

  private Link link(Link link) {
    return new Link(of(link.from()), link.fromPort(), of(link.to()), link.toPort());
  }

  private String of(String id) {
    return id.equals(from) ? to : id;
  }
}
