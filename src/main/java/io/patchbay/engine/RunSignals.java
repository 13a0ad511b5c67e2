package io.patchbay.engine;

import io.patchbay.common.Failure;
import io.patchbay.run.Answer;
import io.patchbay.run.RunState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What those who wait for a run wait on: its answer and its end. */
final class RunSignals {

  private final CompletableFuture<Outcome> answered = new CompletableFuture<>();
  private final CompletableFuture<Outcome> finished = new CompletableFuture<>();
  private final AtomicReference<@Nullable Answer> answer = new AtomicReference<>();
  private volatile @Nullable Map<String, @Nullable Object> lastOutput;

  void answer(Answer given) {
    if (answer.compareAndSet(null, given)) {
      answered.complete(new Outcome(RunState.RUNNING, given, null, lastOutput));
    }
  }

  void lastOutput(Map<String, @Nullable Object> output) {
    lastOutput = output;
  }

  void finish(RunState state, @Nullable Failure failure) {
    var outcome = new Outcome(state, answer.get(), failure, lastOutput);
    finished.complete(outcome);
    answered.complete(outcome);
  }

  @Nullable Answer answered() {
    return answer.get();
  }

  Optional<Outcome> awaitEnd(Duration patience) throws InterruptedException {
    return await(finished, patience);
  }

  Optional<Outcome> awaitAnswer(Duration patience) throws InterruptedException {
    return await(answered, patience);
  }

  private static Optional<Outcome> await(CompletableFuture<Outcome> future, Duration patience)
      throws InterruptedException {
    try {
      return Optional.of(future.get(patience.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException _) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
