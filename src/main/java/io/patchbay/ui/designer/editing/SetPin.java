package io.patchbay.ui.designer.editing;

import io.patchbay.flow.Flow;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Freezes a sample output of a trigger or step; null lets it go. */
public record SetPin(String id, @Nullable JsonNode output) implements FlowCommand {

  @Override
  public Flow apply(Flow flow) {
    var pins = new LinkedHashMap<>(flow.pins());
    if (output == null) {
      pins.remove(id);
    } else {
      pins.put(id, output);
    }
    return flow.withPins(pins);
  }

  @Override
  public String label(Flow flow) {
    return (output == null ? "unpin" : "pin") + " of '%s'".formatted(id);
  }

  @Override
  public String together() {
    return "pin " + id;
  }
}
