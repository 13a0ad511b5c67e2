package io.patchbay.ui.designer.editing;

import io.patchbay.flow.Flow;
import io.patchbay.flow.Trigger;

/** Replaces a trigger by another one of its id. */
public record ChangeTrigger(Trigger trigger, String field) implements FlowCommand {

  @Override
  public Flow apply(Flow flow) {
    return flow.withTriggers(
        flow.triggers().stream()
            .map(old -> old.id().equals(trigger.id()) ? trigger : old)
            .toList());
  }

  @Override
  public String label(Flow flow) {
    return "change of '%s'".formatted(flow.trigger(trigger.id()).orElse(trigger).label());
  }

  @Override
  public String together() {
    return "trigger " + trigger.id() + " " + field;
  }
}
