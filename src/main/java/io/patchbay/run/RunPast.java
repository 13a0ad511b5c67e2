package io.patchbay.run;

import io.patchbay.common.Failure;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the steps of a run that is taken up again, by path. The flow is walked from its
 * start once more; a step that is over is not run again, what the record has of it stands.
 *
 * @param steps by path; those within an iteration or container that is over are left out
 * @param nextSeq greater than every {@code seq} that was given
 */
public record RunPast(Map<String, PastStep> steps, int nextSeq) {

  /** The past of a new run. */
  public static final RunPast NONE = new RunPast(Map.of(), 0);

  public RunPast {
    steps = Map.copyOf(steps);
  }

  public Optional<PastStep> at(String path) {
    return Optional.ofNullable(steps.get(path));
  }

  /**
   * A step that was begun before.
   *
   * @param state {@link StepState#SUCCEEDED} or {@link StepState#FAILED} when it is over; {@link
   *     StepState#WAITING} when it waits, or was woken; {@link StepState#IN_DOUBT} when nobody has
   *     said what became of its call
   * @param output whole and not redacted
   * @param until for a step that waits
   * @param wokenWith what woke a step that waited: a plain value; absent when time did
   */
  public record PastStep(
      int seq,
      StepState state,
      @Nullable String port,
      Map<String, @Nullable Object> output,
      @Nullable Failure failure,
      @Nullable Instant until,
      @Nullable Object wokenWith) {}
}
