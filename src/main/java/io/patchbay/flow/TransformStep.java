package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes a value out of others. Its output has {@code body}, the value.
 *
 * @param value any JSON, strings in it may hold {@code {{ expressions }}}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TransformStep(
    String id,
    @Nullable String name,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode value)
    implements ActiveStep {

  @Override
  public String kind() {
    return "transform";
  }

  @Override
  public List<String> outPorts() {
    return List.of(Link.NEXT, Link.ERROR);
  }
}
