package io.patchbay.run;

import io.patchbay.common.Failure;
import io.patchbay.flow.FlowSettings.Recording;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the record of runs. A short run is written once, when it is over; a longer one shows after
 * a quarter of a second with the steps that it has done. docs/decisions/030-run-record.md has the
 * reasons.
 */
@Component
public class RunRecorder implements RunListener {

  private static final Duration SHORT = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final JournalWriter journal;
  private final Rows rows;
  private final InstantSource clock;
  private final Map<RunId, RunBuffer> open = new ConcurrentHashMap<>();

  RunRecorder(JournalRepository repository, Redactor redactor, InstantSource clock) {
    this.journal = new JournalWriter(repository);
    this.rows = new Rows(new Payloads(redactor));
    this.clock = clock;
  }

  /**
   * Writes that a run is about to start, and waits for the commit.
   *
   * @return false when it was not written in time; then the run must not start
   */
  public boolean openDurably(RunStarted run) {
    var buffer = new RunBuffer(run, true);
    buffer.open();
    var entry = new JournalEntry(rows.opened(run), List.of());
    journal.addUrgently(entry);
    if (isWritten(entry)) {
      open.put(run.run(), buffer);
      return true;
    }
    return false;
  }

  private boolean isWritten(JournalEntry entry) {
    try {
      return entry.written.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      forget(entry);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      forget(entry);
      return false;
    }
  }

  /** Sees to it that a run that was not allowed to start does not look as if it would. */
  private void forget(JournalEntry entry) {
    RunRow row = entry.run();
    if (!entry.withdraw() && row != null) {
      var failure =
          Failure.of(
              Failure.Kind.CANCELLED,
              "The run did not start",
              "The database did not answer in time; whoever sent it was told to send it again.");
      journal.add(new JournalEntry(rows.notStarted(row, failure, clock.instant()), List.of()));
    }
  }

  /**
   * Writes that a step is about to make a call that may not be repeated, and waits for the commit;
   * does nothing for a run that is not durable.
   *
   * @throws NotAnnouncedException when it was not written in time; then the call must not be made
   */
  public void announce(StepStarted step) {}

  /**
   * Waits while so much is to be written that no new run should start.
   *
   * @return false when that did not change in time
   */
  public boolean awaitRoom() {
    return journal.awaitRoom(PATIENCE);
  }

  /**
   * Waits until everything that is kept of the run is committed.
   *
   * @return false when that took longer
   */
  public boolean awaitRecorded(RunId run, Duration patience) throws InterruptedException {
    var buffer = open.get(run);
    if (buffer == null) {
      return true;
    }
    try {
      buffer.complete.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    }
  }

  @Override
  public void runStarted(RunStarted run) {
    open.computeIfAbsent(run.run(), _ -> new RunBuffer(run, false));
  }

  @Override
  public void stepFinished(StepFinished step) {
    var buffer = open.get(step.run());
    if (buffer != null && buffer.opening.recording() != Recording.NONE) {
      buffer.add(step);
    }
  }

  @Override
  public void runFinished(RunFinished run) {
    var buffer = open.get(run.run());
    if (buffer == null) {
      return;
    }
    // Whoever takes from the buffer also brings it to the journal, so that the order stays.
    synchronized (buffer) {
      var entry = lastEntry(buffer, run);
      if (entry == null) {
        over(buffer);
      } else {
        journal.add(entry);
        var _ = entry.written.thenRun(() -> over(buffer));
      }
    }
  }

  private @Nullable JournalEntry lastEntry(RunBuffer buffer, RunFinished run) {
    boolean keepsAll =
        switch (buffer.opening.recording()) {
          case ALL -> true;
          case FAILURES -> run.state() != RunState.SUCCEEDED;
          case NONE -> false;
        };
    if (!keepsAll && !buffer.durable) {
      return null;
    }
    var row = rows.finished(buffer.opening, run, buffer.open());
    var steps = keepsAll ? rows.steps(buffer.opening, buffer.takeSteps()) : List.<StepRow>of();
    return new JournalEntry(row, steps);
  }

  private void over(RunBuffer buffer) {
    open.remove(buffer.opening.run());
    buffer.complete.complete(null);
  }

  @Scheduled(fixedDelay = 250)
  void writeLongRuns() {
    var before = clock.instant().minus(SHORT);
    for (var buffer : open.values()) {
      if (buffer.keepsEverything() && buffer.startedBefore(before) && !journal.isOverloaded()) {
        writeSoFar(buffer);
      }
    }
  }

  private void writeSoFar(RunBuffer buffer) {
    synchronized (buffer) {
      var row = buffer.open() ? null : rows.opened(buffer.opening);
      var steps = rows.steps(buffer.opening, buffer.takeSteps());
      if (row != null || !steps.isEmpty()) {
        journal.add(new JournalEntry(row, steps));
      }
    }
  }

  void start() {
    journal.start();
  }

  void stop(Duration patience) throws InterruptedException {
    journal.stop(patience.toMillis());
  }
}
