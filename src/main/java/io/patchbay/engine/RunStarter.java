package io.patchbay.engine;

import io.patchbay.common.Access;
import io.patchbay.flow.Flow;
import io.patchbay.run.RunId;
import io.patchbay.run.RunListener;
import io.patchbay.run.StepRun;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts and stops runs for people: in the designer and over the management API. */
public interface RunStarter {

  /**
   * Runs the draft. Needs the role operator.
   *
   * @param triggerId null for the flow's first trigger
   * @throws io.patchbay.common.InvalidException when the draft cannot run
   */
  RunHandle runDraft(
      Access access,
      String flow,
      @Nullable String triggerId,
      TriggerData data,
      RunListener listener);

  /** As {@link #runDraft}, the published version. */
  RunHandle runLive(
      Access access,
      String flow,
      @Nullable String triggerId,
      TriggerData data,
      RunListener listener);

  /**
   * Runs one step by itself, without a record. Needs the role operator.
   *
   * @param draft as it stands in the designer, saved or not
   * @param scope what its expressions see, for example {@code trigger} and {@code steps} with
   *     pinned outputs
   */
  StepRun runStep(Access access, Flow draft, String stepId, Map<String, @Nullable Object> scope);

  /**
   * Cancels a run of this node. Needs the role operator.
   *
   * @throws io.patchbay.common.ConflictException when it is over, or runs on another node
   */
  void cancel(Access access, RunId run);
}
