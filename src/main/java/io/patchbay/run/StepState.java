package io.patchbay.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a step of a run is. */
public enum StepState {
  QUEUED,
  RUNNING,
  WAITING,
  /** A call that may have been made when its node ended, and may not be repeated unasked. */
  IN_DOUBT,
  SUCCEEDED,
  FAILED,
  SKIPPED,
  CANCELLED;

  /** The state's name in documents and SQL. */
  @JsonValue
  public String word() {
    return this == IN_DOUBT ? "inDoubt" : name().toLowerCase(Locale.ROOT);
  }

  /** The state of that name. */
  static StepState of(String word) {
    return word.equals("inDoubt") ? IN_DOUBT : valueOf(word.toUpperCase(Locale.ROOT));
  }
}
