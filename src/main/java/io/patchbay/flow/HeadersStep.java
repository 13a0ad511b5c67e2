package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.api.Customization;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sets and removes request headers of the calls that it is patched to; see {@link
 * Customization.Headers}.
 *
 * @param set header name to value, a literal or with {@code {{ expressions }}}
 * @param remove header names
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HeadersStep(
    String id, @Nullable String name, Map<String, String> set, List<String> remove)
    implements CustomizationStep {

  public HeadersStep {
    set = set == null ? Map.of() : new LinkedHashMap<>(set);
    remove = remove == null ? List.of() : List.copyOf(remove);
  }

  @Override
  public String kind() {
    return "headers";
  }

  @Override
  public Customization customization() {
    return new Customization.Headers(name, set, remove);
  }
}
