package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Holds a value to a JSON Schema: goes on at {@code next} when it fits, else fails with the kind
 * {@code INVALID}. Its output has {@code body}, the value, and {@code problems}, a list of
 * sentences.
 *
 * @param value the value, {@code {{ trigger.body }}} when left out
 * @param schema JSON Schema, draft 2020-12 unless it says otherwise
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ValidateStep(
    String id,
    @Nullable String name,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode value,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode schema)
    implements ActiveStep {

  @Override
  public String kind() {
    return "validate";
  }

  @Override
  public List<String> outPorts() {
    return List.of(Link.NEXT, Link.ERROR);
  }
}
