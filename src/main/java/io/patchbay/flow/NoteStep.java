package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sticky text on the canvas. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NoteStep(String id, @Nullable String name, @Nullable String text) implements Step {

  @Override
  public String kind() {
    return "note";
  }

  @Override
  public List<String> outPorts() {
    return List.of();
  }
}
