package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Answers the sender of the webhook; the first one that runs wins. Steps after it still run.
 *
 * @param status a number or {@code {{ expression }}}; 200 when left out
 * @param headers name to value, a literal or with {@code {{ expressions }}}
 * @param body any JSON, strings in it may hold {@code {{ expressions }}}; absent means an empty
 *     body. A result that is text is sent as it is where {@code Content-Type} says that it is no
 *     JSON
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RespondStep(
    String id,
    @Nullable String name,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode status,
    Map<String, String> headers,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode body)
    implements ActiveStep {

  public RespondStep {
    headers = headers == null ? Map.of() : new LinkedHashMap<>(headers);
  }

  @Override
  public String kind() {
    return "respond";
  }

  @Override
  public List<String> outPorts() {
    return List.of(Link.NEXT, Link.ERROR);
  }
}
