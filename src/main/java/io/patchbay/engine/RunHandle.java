package io.patchbay.engine;

import io.patchbay.run.RunId;
import java.time.Duration;
import java.util.Optional;

/** A run that is under way. */
public interface RunHandle {

  RunId id();

  /** Waits for the end; empty when it has not come within that time. */
  Optional<Outcome> await(Duration patience) throws InterruptedException;

  /** Waits for the answer or the end, whichever comes first; empty when neither came in time. */
  Optional<Outcome> awaitAnswer(Duration patience) throws InterruptedException;

  /** Ends the run: nothing starts any more, calls in flight are interrupted. */
  void cancel(String reason);
}
