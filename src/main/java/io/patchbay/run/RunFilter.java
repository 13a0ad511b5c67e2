package io.patchbay.run;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to list; what is absent does not narrow.
 *
 * @param flow slug of a flow
 * @param states any of these; empty means any
 * @param trigger kind of the trigger that started it
 * @param environment that it was in
 * @param since started at or after
 * @param until started before
 * @param text found in the run's id (its beginning), the flow's name, the trigger's data, a failure
 *     or a step's output
 */
public record RunFilter(
    @Nullable String flow,
    Set<RunState> states,
    @Nullable String trigger,
    @Nullable String environment,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable String text) {

  /** Every run. */
  public static final RunFilter ANY = new RunFilter(null, Set.of(), null, null, null, null, null);

  public RunFilter {
    states = Set.copyOf(states);
    text = text == null || text.isBlank() ? null : text.strip();
  }

  /** The runs of one flow. */
  public static RunFilter ofFlow(String slug) {
    return new RunFilter(slug, Set.of(), null, null, null, null, null);
  }
}
