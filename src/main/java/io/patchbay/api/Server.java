package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An address at which an API can be reached, one of those that its description offers.
 *
 * @param url absolute; may hold {@code {variables}}
 * @param description for people, for example {@code Sandbox}
 * @param variables what stands in braces in the address
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Server(String url, @Nullable String description, Map<String, Variable> variables) {

  public Server {
    url = url == null ? "" : url;
    variables = variables == null ? Map.of() : new LinkedHashMap<>(variables);
  }

  /**
   * A part of an address that differs from place to place.
   *
   * @param value the usual one
   * @param options the values that it may have; empty when any will do
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Variable(String value, @Nullable String description, List<String> options) {

    public Variable {
      value = value == null ? "" : value;
      options = options == null ? List.of() : List.copyOf(options);
    }
  }
}
