package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.api.Customization;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sets, appends and removes query parameters of the calls that it is patched to; see {@link
 * Customization.Query}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record QueryStep(
    String id,
    @Nullable String name,
    Map<String, String> set,
    Map<String, String> append,
    List<String> remove)
    implements CustomizationStep {

  public QueryStep {
    set = set == null ? Map.of() : new LinkedHashMap<>(set);
    append = append == null ? Map.of() : new LinkedHashMap<>(append);
    remove = remove == null ? List.of() : List.copyOf(remove);
  }

  @Override
  public String kind() {
    return "query";
  }

  @Override
  public Customization customization() {
    return new Customization.Query(name, set, append, remove);
  }
}
