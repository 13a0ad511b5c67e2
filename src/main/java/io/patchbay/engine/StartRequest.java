package io.patchbay.engine;

import io.patchbay.common.WorkspaceId;
import io.patchbay.flow.Flow;
import io.patchbay.flow.FlowId;
import io.patchbay.flow.FlowSettings.Recording;
import io.patchbay.run.RunListener;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run to start.
 *
 * @param slug the flow's name in addresses
 * @param version absent for the draft
 * @param triggerId which of the flow's triggers fires
 * @param environment that the run is in; absent for none
 * @param listeners that watch this run only
 */
public record StartRequest(
    WorkspaceId workspace,
    FlowId flowId,
    String slug,
    @Nullable Integer version,
    Flow flow,
    String triggerId,
    @Nullable String environment,
    TriggerData data,
    List<RunListener> listeners) {

  public StartRequest {
    listeners = List.copyOf(listeners);
  }

  /** Which runs of the flow are recorded; those of a draft always are. */
  public Recording recording() {
    return version == null ? Recording.ALL : flow.effectiveSettings().recording();
  }
}
