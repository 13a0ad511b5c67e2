package io.patchbay.run;

import io.patchbay.common.Access;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The history of runs, for whoever may see the workspace. */
public interface RunService {

  /**
   * Runs, the newest first.
   *
   * @param cursor from the page before; null for the first page
   * @param limit 1 to 200
   */
  RunPage list(Access access, RunFilter filter, @Nullable String cursor, int limit);

  /** One run with its steps. */
  Run get(Access access, RunId id);

  /** The newest run of a flow, with its steps. */
  Optional<Run> latest(Access access, String flow, boolean draftToo);

  /** The newest run of each flow by slug, without steps; flows that never ran are left out. */
  Map<String, Run> lastRuns(Access access);

  RunCounts counts(Access access);
}
