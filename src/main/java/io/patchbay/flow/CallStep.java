package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Calls a method of an API. Its output has {@code status}, {@code headers} and {@code body}.
 *
 * @param api slug of the API
 * @param method name of the method
 * @param inputs values by parameter name; strings may hold {@code {{ expressions }}}; what is left
 *     out is not sent
 * @param body the request body, strings in it may hold {@code {{ expressions }}}; absent means none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CallStep(
    String id,
    @Nullable String name,
    String api,
    String method,
    Map<String, JsonNode> inputs,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode body)
    implements ActiveStep {

  public CallStep {
    api = api == null ? "" : api;
    method = method == null ? "" : method;
    inputs = inputs == null ? Map.of() : new LinkedHashMap<>(inputs);
  }

  @Override
  public String kind() {
    return "call";
  }

  @Override
  public List<String> outPorts() {
    return List.of(Link.NEXT, Link.ERROR);
  }
}
