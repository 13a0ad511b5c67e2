package io.patchbay.run;

import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The history of runs, for whoever may see the workspace. */
@Service
public class RunService {

  /** Greatest number of runs on a page. */
  public static final int MAX_LIMIT = 200;

  private final RunRepository repository;
  private final RunRecorder recorder;
  private final InstantSource clock;

  RunService(RunRepository repository, RunRecorder recorder, InstantSource clock) {
    this.repository = repository;
    this.recorder = recorder;
    this.clock = clock;
  }

  /**
   * Runs, the newest first. A search for text looks through the newest 20,000 that the rest of the
   * filter lets pass.
   *
   * @param cursor from the page before; null for the first page
   * @param limit 1 to {@value #MAX_LIMIT}
   * @throws InvalidException when the cursor is none of ours
   */
  public RunPage list(Access access, RunFilter filter, @Nullable String cursor, int limit) {
    access.require(Role.VIEWER);
    int size = Math.clamp(limit, 1, MAX_LIMIT);
    var runs = repository.list(access.workspace(), filter, before(cursor), size + 1);
    return runs.size() <= size
        ? new RunPage(runs, null)
        : new RunPage(runs.subList(0, size), runs.get(size - 1).id().toString());
  }

  /**
   * One run with its steps.
   *
   * @throws NotFoundException when there is none, or none that the user may see
   */
  public Run get(Access access, RunId id) {
    access.require(Role.VIEWER);
    return repository
        .find(access.workspace(), id)
        .orElseThrow(() -> NotFoundException.of("run", id));
  }

  /** The newest run of a flow, with its steps. */
  public Optional<Run> latest(Access access, String flow, boolean draftToo) {
    access.require(Role.VIEWER);
    return repository
        .latest(access.workspace(), flow, draftToo)
        .flatMap(id -> repository.find(access.workspace(), id));
  }

  /** The newest run of each flow by slug, without steps; flows that never ran are left out. */
  public Map<String, Run> lastRuns(Access access) {
    access.require(Role.VIEWER);
    var runs = new LinkedHashMap<String, Run>();
    repository.lastRuns(access.workspace()).forEach(run -> runs.put(run.flow(), run));
    return runs;
  }

  /** How many runs of the last 24 hours are in which state. */
  public RunCounts counts(Access access) {
    access.require(Role.VIEWER);
    var since = clock.instant().minus(Duration.ofHours(24));
    return new RunCounts(repository.counts(access.workspace(), since));
  }

  /**
   * Waits until what is kept of a run of this node can be read.
   *
   * @return false when that took longer
   */
  public boolean awaitRecorded(RunId id, Duration patience) throws InterruptedException {
    return recorder.awaitRecorded(id, patience);
  }

  private static @Nullable UUID before(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException e) {
      throw new InvalidException("cursor", "This is no cursor that a list gave.");
    }
  }
}
