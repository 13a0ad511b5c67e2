package io.patchbay.ui.designer.editing;

import io.patchbay.flow.Flow;
import org.jspecify.annotations.Nullable;

/** Gives a trigger or step another name for people; null or blank means its id. */
public record Rename(String id, @Nullable String name) implements FlowCommand {

  @Override
  public Flow apply(Flow flow) {
    return flow.withSteps(
            flow.steps().stream()
                .map(step -> step.id().equals(id) ? StepTexts.withName(step, name) : step)
                .toList())
        .withTriggers(
            flow.triggers().stream()
                .map(trigger ->
                    trigger.id().equals(id) ? StepTexts.withName(trigger, name) : trigger)
                .toList());
  }

  @Override
  public String label(Flow flow) {
    return "rename '%s'"
        .formatted(
            flow.step(id)
                .map(s -> s.label())
                .or(() -> flow.trigger(id).map(t -> t.label()))
                .orElse(id));
  }

  @Override
  public String together() {
    return "name " + id;
  }
}
