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
 * @param api slug of the API; {@code owner:slug} for one that another workspace shares
 * @param version which version of it: {@code 2}, {@code 2.1}, {@code 2.1.0} or {@code draft}; the
 *     newest published one when left out, or the draft as long as none is
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
    @Nullable String version,
    String method,
    Map<String, JsonNode> inputs,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode body)
    implements ActiveStep {

  public CallStep {
    api = api == null ? "" : api;
    method = method == null ? "" : method;
    inputs = inputs == null ? Map.of() : new LinkedHashMap<>(inputs);
  }

  public CallStep withName(@Nullable String newName) {
    return new CallStep(id, newName, api, version, method, inputs, body);
  }

  public CallStep withVersion(@Nullable String newVersion) {
    return new CallStep(id, name, api, newVersion, method, inputs, body);
  }

  public CallStep withInputs(Map<String, JsonNode> newInputs) {
    return new CallStep(id, name, api, version, method, newInputs, body);
  }

  public CallStep withBody(@Nullable JsonNode newBody) {
    return new CallStep(id, name, api, version, method, inputs, newBody);
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
