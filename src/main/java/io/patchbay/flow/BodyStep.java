package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.api.Customization;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sends another body in the calls that it is patched to; see {@link Customization.Body}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record BodyStep(
    String id,
    @Nullable String name,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode value,
    @Nullable String contentType)
    implements CustomizationStep {

  @Override
  public String kind() {
    return "body";
  }

  @Override
  public Customization customization() {
    return new Customization.Body(name, value, contentType);
  }
}
