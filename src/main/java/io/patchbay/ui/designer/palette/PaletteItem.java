package io.patchbay.ui.designer.palette;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the palette stands for; travels with the row when it is dragged.
 *
 * @param kind of the step or trigger
 * @param api slug of the API, for calls
 * @param method name of the method, for calls
 * @param flow slug of the flow, for subflows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaletteItem(
    String kind, @Nullable String api, @Nullable String method, @Nullable String flow) {

  public static PaletteItem of(String kind) {
    return new PaletteItem(kind, null, null, null);
  }

  public static PaletteItem call(String api, String method) {
    return new PaletteItem("call", api, method, null);
  }

  /** A step that runs another flow. */
  public static PaletteItem subflow(String flow) {
    return new PaletteItem("subflow", null, null, flow);
  }

  /** The text that {@link #payload} gave; nothing for any other. */
  public static Optional<PaletteItem> read(String payload) {
    try {
      return Optional.of(Json.readDocument(payload, PaletteItem.class));
    } catch (InvalidException e) {
      return Optional.empty();
    }
  }

  /** As text. */
  public String payload() {
    return Json.write(this);
  }
}
