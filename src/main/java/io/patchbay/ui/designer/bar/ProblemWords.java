package io.patchbay.ui.designer.bar;

import io.patchbay.flow.Flow;
import io.patchbay.flow.Step;
import io.patchbay.flow.Trigger;

/** Names of steps for people. */
public final class ProblemWords {

  private ProblemWords() {}

  /** The label of the trigger or step of that id; the id where there is none. */
  public static String label(Flow flow, String id) {
    return flow.step(id).map(Step::label).or(() -> flow.trigger(id).map(Trigger::label)).orElse(id);
  }
}
