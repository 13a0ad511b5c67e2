package io.patchbay.ui.designer.editing;

import io.patchbay.flow.Flow;

/**
 * Replaces the flow as a whole.
 *
 * @param why to follow "Undo", for example {@code restore v3}
 */
public record Replace(Flow replacement, String why) implements FlowCommand {

  @Override
  public Flow apply(Flow flow) {
    return replacement;
  }

  @Override
  public String label(Flow flow) {
    return why;
  }
}
