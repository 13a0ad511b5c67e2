package io.patchbay.engine;

import io.patchbay.common.Failure;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of one step. */
public sealed interface StepResult {

  /** What later steps see as {@code steps.<id>}; a failure's part {@code error} is added to it. */
  Map<String, @Nullable Object> output();

  /** How it was done, for the record. */
  Trace trace();

  /**
   * The step did its work.
   *
   * @param port that the run goes on at
   */
  record Completed(Map<String, @Nullable Object> output, String port, Trace trace)
      implements StepResult {

    public Completed(Map<String, @Nullable Object> output, String port) {
      this(output, port, Trace.ONE_ATTEMPT);
    }
  }

  /** The step failed; the run goes on at its port {@code error}, if a link leaves there. */
  record Failed(Failure failure, Map<String, @Nullable Object> output, Trace trace)
      implements StepResult {

    public Failed(Failure failure) {
      this(failure, Map.of(), Trace.ONE_ATTEMPT);
    }
  }

  /**
   * The step waits. Its run is taken up again when the time has come or somebody woke the step,
   * which is then run once more and finds {@link RunContext#suspension()}.
   *
   * @param until when at the latest
   */
  record Suspended(Instant until, Map<String, @Nullable Object> output, Trace trace)
      implements StepResult {

    public Suspended(Instant until) {
      this(until, Map.of(), Trace.ONE_ATTEMPT);
    }
  }

  /**
   * How a step was done.
   *
   * @param attempts how many tries it took
   * @param request for calls: the request as sent, the attempts, the token exchange; fit to be
   *     written as JSON, without secrets
   */
  record Trace(int attempts, @Nullable Object request) {

    public static final Trace ONE_ATTEMPT = new Trace(1, null);
  }
}
