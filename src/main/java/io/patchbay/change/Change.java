package io.patchbay.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One difference between two definitions of an API.
 *
 * @param method the method that differs, by its name after the change, or before it where it is
 *     gone; absent for what belongs to the API
 * @param where the field, for example {@code parameters.limit.required}, {@code
 *     responses.200.schema.items.price}, {@code baseUrl}
 * @param message a sentence for people, for example {@code The input 'limit' is required now.}
 * @param before absent where it is new
 * @param after absent where it is gone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
    @Nullable String method,
    String where,
    Kind kind,
    Impact impact,
    String message,
    @Nullable JsonNode before,
    @Nullable JsonNode after) {

  /** The same without what was there before and what is there now. */
  Change withoutValues() {
    return new Change(method, where, kind, impact, message, null, null);
  }

  /** What happened. */
  public enum Kind {
    @JsonProperty("added")
    ADDED,
    @JsonProperty("removed")
    REMOVED,
    @JsonProperty("changed")
    CHANGED
  }
}
