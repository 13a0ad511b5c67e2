package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.api.Customization;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Changes the answers of the calls that it is patched to; see {@link Customization.Response}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ResponseStep(
    String id,
    @Nullable String name,
    @Nullable String when,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode status,
    Map<String, String> set,
    List<String> remove,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode body,
    @Nullable String fail)
    implements CustomizationStep {

  public ResponseStep {
    set = set == null ? Map.of() : new LinkedHashMap<>(set);
    remove = remove == null ? List.of() : List.copyOf(remove);
  }

  @Override
  public String kind() {
    return "response";
  }

  @Override
  public Customization customization() {
    return new Customization.Response(name, when, status, set, remove, body, fail);
  }
}
