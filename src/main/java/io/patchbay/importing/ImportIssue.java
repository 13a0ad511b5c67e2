package io.patchbay.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Something in a source that was not taken as it stands.
 *
 * @param where its place: a path such as {@code paths./pets.get.parameters[2]}, or {@code command
 *     3}
 * @param line its line in the file, from 1; absent when that is not known
 * @param method the name of the method that it touches; absent when it touches none
 * @param message what it is, and what became of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportIssue(
    Severity severity,
    String where,
    @Nullable Integer line,
    @Nullable String method,
    String message) {

  /** How much is lost. */
  public enum Severity {
    /** It is not in the definition. */
    @JsonProperty("leftOut")
    LEFT_OUT,
    /** It is in the definition in another way. */
    @JsonProperty("changed")
    CHANGED,
    /** Good to know. */
    @JsonProperty("note")
    NOTE
  }
}
