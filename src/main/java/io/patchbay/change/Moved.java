package io.patchbay.change;

import io.patchbay.flow.FlowProblem;
import java.util.List;

/**
 * A flow whose steps ask for another version of an API now, in its draft.
 *
 * @param steps ids of those that changed
 * @param revision of the draft
 * @param problems all that is wrong with the draft
 */
public record Moved(String flow, List<String> steps, long revision, List<FlowProblem> problems) {

  public Moved {
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
  }
}
