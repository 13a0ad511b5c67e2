package io.patchbay.ui.designer.editing;

import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gives a note or a container another size; a container stays as large as what is inside. */
public record ResizeBox(String id, Position box) implements FlowCommand {

  @Override
  public Flow apply(Flow flow) {
    if (flow.step(id).isEmpty()) {
      return flow;
    }
    Map<String, Position> layout = new LinkedHashMap<>(flow.layout());
    layout.put(id, box);
    return Containers.fit(flow.withLayout(layout));
  }

  @Override
  public String label(Flow flow) {
    return "resize '%s'".formatted(flow.step(id).map(step -> step.label()).orElse(id));
  }
}
