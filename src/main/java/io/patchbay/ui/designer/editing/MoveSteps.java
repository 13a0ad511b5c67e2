package io.patchbay.ui.designer.editing;

import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts steps elsewhere.
 *
 * @param verb what the user did, for example {@code move} or {@code arrange}
 */
public record MoveSteps(String verb, Map<String, Position> places) implements FlowCommand {

  public MoveSteps {
    places = Map.copyOf(places);
  }

  @Override
  public Flow apply(Flow flow) {
    Map<String, Position> layout = new LinkedHashMap<>(flow.layout());
    for (String id : flow.ids()) {
      Position place = places.get(id);
      if (place != null) {
        Position old = layout.get(id);
        layout.put(
            id,
            place.width() == null && old != null
                ? new Position(place.x(), place.y(), old.width(), old.height())
                : place);
      }
    }
    return flow.withLayout(layout);
  }

  @Override
  public String label(Flow flow) {
    return verb + " " + StepTexts.count(places.size(), "step");
  }
}
