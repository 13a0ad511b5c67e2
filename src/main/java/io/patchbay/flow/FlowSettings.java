package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a whole flow.
 *
 * @param recording which runs are kept in the history
 * @param deadlineMs milliseconds that a run may take; 300,000 (5 minutes) by default, 86,400,000
 *     (24 hours) at most
 * @param direction which way data flows on the canvas
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FlowSettings(Recording recording, @Nullable Integer deadlineMs, Direction direction) {

  public static final FlowSettings DEFAULTS = new FlowSettings(Recording.ALL, null, Direction.DOWN);

  /** Greatest {@link #deadlineMs}. */
  public static final int MAX_DEADLINE_MS = 86_400_000;

  public FlowSettings {
    recording = recording == null ? Recording.ALL : recording;
    direction = direction == null ? Direction.DOWN : direction;
  }

  /** Milliseconds that a run may take. */
  public int deadlineOrDefault() {
    return deadlineMs == null ? 300_000 : deadlineMs;
  }

  /** Which runs are kept in the history. */
  public enum Recording {
    @JsonProperty("all")
    ALL,
    @JsonProperty("failures")
    FAILURES,
    @JsonProperty("none")
    NONE
  }

  /** Which way data flows on the canvas. */
  public enum Direction {
    @JsonProperty("down")
    DOWN,
    @JsonProperty("right")
    RIGHT
  }
}
