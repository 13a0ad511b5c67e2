package io.patchbay.ui.designer.editing;

import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import io.patchbay.flow.Link;
import io.patchbay.flow.Step;

/**
 * Adds a customization or a call, and a cable between it and another.
 *
 * @param from the customization
 * @param to the call
 */
public record AddPatched(Step step, Position at, String from, String to) implements FlowCommand {

  @Override
  public Flow apply(Flow flow) {
    return new AddLink(Link.customize(from, to)).apply(AddStep.free(step, at).apply(flow));
  }

  @Override
  public String label(Flow flow) {
    return "add '%s'".formatted(step.label());
  }
}
