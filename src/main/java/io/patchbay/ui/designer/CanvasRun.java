package io.patchbay.ui.designer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run, laid over its flow.
 *
 * @param takenLinks ids of the links that fired
 * @param over whether what has not fired will not fire any more
 */
public record CanvasRun(List<StepState> steps, List<String> takenLinks, boolean over) {

  public CanvasRun {
    steps = List.copyOf(steps);
    takenLinks = List.copyOf(takenLinks);
  }

  /**
   * How one step stands.
   *
   * @param status the HTTP status of a call
   * @param summary a few words: why it failed, what it waits for, which branch it took
   */
  public record StepState(
      String stepId,
      State state,
      @Nullable Long durationMs,
      @Nullable Integer status,
      int attempts,
      @Nullable String summary) {}

  /** The states of a step as the canvas names them. */
  public enum State {
    @JsonProperty("queued")
    QUEUED,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("succeeded")
    SUCCEEDED,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("skipped")
    SKIPPED,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonProperty("inDoubt")
    IN_DOUBT
  }
}
