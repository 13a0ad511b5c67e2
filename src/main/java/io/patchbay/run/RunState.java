package io.patchbay.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a run is. */
public enum RunState {
  /** Waits for its turn. */
  QUEUED,
  RUNNING,
  /** Waits for time to pass, or for somebody's answer; in nobody's memory. */
  WAITING,
  /** Waits for somebody to say what became of a call whose answer was lost. */
  IN_DOUBT,
  SUCCEEDED,
  FAILED,
  CANCELLED;

  /** The state's name in documents and SQL. */
  @JsonValue
  public String word() {
    return this == IN_DOUBT ? "inDoubt" : name().toLowerCase(Locale.ROOT);
  }

  /** The state of that name. */
  static RunState of(String word) {
    return word.equals("inDoubt") ? IN_DOUBT : valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether nothing more will happen. */
  public boolean isFinal() {
    return this == SUCCEEDED || this == FAILED || this == CANCELLED;
  }
}
