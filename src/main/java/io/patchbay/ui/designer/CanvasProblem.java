package io.patchbay.ui.designer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Something wrong with a step, shown as a marker at it. */
public record CanvasProblem(String stepId, Severity severity, String message) {

  /** Whether the flow can be published in spite of it. */
  public enum Severity {
    @JsonProperty("error")
    ERROR,
    @JsonProperty("warning")
    WARNING
  }
}
