package io.patchbay.ui.designer.editing;

import io.patchbay.flow.Flow;
import io.patchbay.flow.Step;

/**
 * Replaces a step by another one of its id.
 *
 * @param field what is changed of it: typing in one field is undone at once
 */
public record ChangeStep(Step step, String field) implements FlowCommand {

  @Override
  public Flow apply(Flow flow) {
    return flow.withSteps(
        flow.steps().stream().map(old -> old.id().equals(step.id()) ? step : old).toList());
  }

  @Override
  public String label(Flow flow) {
    return "change of '%s'".formatted(flow.step(step.id()).orElse(step).label());
  }

  @Override
  public String together() {
    return "step " + step.id() + " " + field;
  }
}
