package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.api.Customization;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sets, appends and removes request headers of the calls that it is patched to; see {@link
 * Customization.Headers}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HeadersStep(
    String id,
    @Nullable String name,
    Map<String, String> set,
    Map<String, String> append,
    List<String> remove)
    implements CustomizationStep {

  public HeadersStep {
    set = set == null ? Map.of() : new LinkedHashMap<>(set);
    append = append == null ? Map.of() : new LinkedHashMap<>(append);
    remove = remove == null ? List.of() : List.copyOf(remove);
  }

  @Override
  public String kind() {
    return "headers";
  }

  @Override
  public Customization customization() {
    return new Customization.Headers(name, set, append, remove);
  }
}
