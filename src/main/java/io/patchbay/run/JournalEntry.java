package io.patchbay.run;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What is to be written about one run, all in one commit. */
final class JournalEntry {

  private enum State {
    WAITING,
    TAKEN,
    WITHDRAWN
  }

  private final @Nullable RunRow run;
  private final List<StepRow> steps;
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

  /** Done when the entry is committed; false when it was given up. */
  final CompletableFuture<Boolean> written = new CompletableFuture<>();

  JournalEntry(@Nullable RunRow run, List<StepRow> steps) {
    this.run = run;
    this.steps = steps;
  }

  @Nullable RunRow run() {
    return run;
  }

  List<StepRow> steps() {
    return steps;
  }

  /** Takes the entry for writing; false when it was withdrawn before. */
  boolean take() {
    return state.compareAndSet(State.WAITING, State.TAKEN) || state.get() == State.TAKEN;
  }

  /** Withdraws the entry; false when it is being written already. */
  boolean withdraw() {
    return state.compareAndSet(State.WAITING, State.WITHDRAWN);
  }

  /** Roughly what it takes of memory, in KiB. */
  int kib() {
    long chars = 512;
    if (run != null) {
      chars += length(run.triggerData()) + length(run.reply()) + length(run.failure());
    }
    for (var step : steps) {
      chars += 256 + length(step.input()) + length(step.output()) + length(step.request());
    }
    return (int) (chars / 1024) + 1;
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }
}
