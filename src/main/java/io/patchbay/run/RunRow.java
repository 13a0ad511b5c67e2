package io.patchbay.run;

import io.patchbay.common.WorkspaceId;
import io.patchbay.flow.FlowId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row about a whole run, ready to be written; payloads are JSON. */
record RunRow(
    RunId run,
    WorkspaceId workspace,
    FlowId flow,
    String flowName,
    @Nullable Integer version,
    RunState state,
    String triggerId,
    String triggerKind,
    @Nullable String environment,
    @Nullable String triggerData,
    @Nullable String reply,
    @Nullable String failure,
    Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Long durationUs) {

  /** This later row with what only the earlier one has. */
  RunRow over(RunRow earlier) {
    return triggerData != null ? this : withTriggerData(earlier.triggerData);
  }

  private RunRow withTriggerData(@Nullable String data) {
    return new RunRow(
        run,
        workspace,
        flow,
        flowName,
        version,
        state,
        triggerId,
        triggerKind,
        environment,
        data,
        reply,
        failure,
        startedAt,
        finishedAt,
        durationUs);
  }
}
