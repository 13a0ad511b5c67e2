package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a flow.
 *
 * @param step id of the trigger or step; absent where the whole flow is meant
 * @param field the field of it, for example {@code inputs.petId}; absent where the step as a whole
 *     is meant
 * @param message what is wrong and what to do, one sentence
 * @param severity errors keep a flow from being published
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FlowProblem(
    @Nullable String step, @Nullable String field, String message, Severity severity) {

  /** How bad it is. */
  public enum Severity {
    @JsonProperty("error")
    ERROR,
    @JsonProperty("warning")
    WARNING
  }

  public static FlowProblem error(@Nullable String step, @Nullable String field, String message) {
    return new FlowProblem(step, field, message, Severity.ERROR);
  }

  public static FlowProblem warning(@Nullable String step, @Nullable String field, String message) {
    return new FlowProblem(step, field, message, Severity.WARNING);
  }
}
