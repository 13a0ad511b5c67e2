package io.patchbay.run;

import io.patchbay.flow.FlowSettings.Recording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What is known of a run under way and not written yet. */
final class RunBuffer {

  final RunStarted opening;
  final boolean durable;

  /** Done when everything that is to be kept of the run is committed. */
  final CompletableFuture<Void> complete = new CompletableFuture<>();

  private List<StepFinished> steps = new ArrayList<>(4);
  private boolean opened;

  RunBuffer(RunStarted opening, boolean durable) {
    this.opening = opening;
    this.durable = durable;
  }

  boolean keepsEverything() {
    return opening.recording() == Recording.ALL;
  }

  boolean startedBefore(Instant instant) {
    return opening.startedAt().isBefore(instant);
  }

  synchronized void add(StepFinished step) {
    steps.add(step);
  }

  /** Takes the steps that were not taken before. */
  synchronized List<StepFinished> takeSteps() {
    var taken = steps;
    steps = new ArrayList<>(2);
    return taken;
  }

  /** Whether the run's row is on its way already; it is from now on. */
  synchronized boolean open() {
    boolean before = opened;
    opened = true;
    return before;
  }
}
