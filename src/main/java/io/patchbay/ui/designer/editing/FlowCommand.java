package io.patchbay.ui.designer.editing;

import io.patchbay.flow.Flow;
import org.jspecify.annotations.Nullable;

/** A change of a flow that can be undone. */
public interface FlowCommand {

  /** The flow after the change; the flow itself where there is nothing to change. */
  Flow apply(Flow flow);

  /** What it does to this flow, to follow "Undo", for example {@code delete 2 steps}. */
  String label(Flow flow);

  /**
   * Commands of one key that come one right after the other are undone together, as when somebody
   * types; null for a command that stands alone.
   */
  default @Nullable String together() {
    return null;
  }
}
