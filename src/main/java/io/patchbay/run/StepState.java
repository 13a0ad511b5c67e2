package io.patchbay.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a step of a run is. */
public enum StepState {
  QUEUED,
  RUNNING,
  WAITING,
  SUCCEEDED,
  FAILED,
  SKIPPED,
  CANCELLED;

  /** The state's name in documents, SQL and style sheets: lower case. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
