package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes how a call is made. Sits on an API, on a method, or as a node on the canvas of a flow;
 * applied in that order.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes(@JsonSubTypes.Type(value = Customization.Headers.class, name = "headers"))
public sealed interface Customization {

  /** The name for people; absent means its kind. */
  @Nullable String name();

  /**
   * Sets and removes request headers. Names are compared without case; what is removed is removed
   * before anything is set.
   *
   * @param set header name to value, a literal or with {@code {{ expressions }}}; an expression
   *     without a value sends no header
   * @param remove header names, also default ones
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Headers(@Nullable String name, Map<String, String> set, List<String> remove)
      implements Customization {

    public Headers {
      set = set == null ? Map.of() : new LinkedHashMap<>(set);
      remove = remove == null ? List.of() : List.copyOf(remove);
    }
  }
}
