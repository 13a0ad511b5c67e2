package io.patchbay.ui.designer.editing;

import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import io.patchbay.flow.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds a trigger. */
public record AddTrigger(Trigger trigger, Position at) implements FlowCommand {

  @Override
  public Flow apply(Flow flow) {
    List<Trigger> triggers = new ArrayList<>(flow.triggers());
    triggers.add(trigger);
    Map<String, Position> layout = new LinkedHashMap<>(flow.layout());
    layout.put(trigger.id(), at);
    return flow.withTriggers(triggers).withLayout(layout);
  }

  @Override
  public String label(Flow flow) {
    return "add '%s'".formatted(trigger.label());
  }
}
