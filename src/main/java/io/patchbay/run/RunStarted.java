package io.patchbay.run;

import io.patchbay.common.WorkspaceId;
import io.patchbay.flow.FlowId;
import io.patchbay.flow.FlowSettings.Recording;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run began.
 *
 * @param version absent when it is the draft
 * @param environment that it is in; absent for none
 * @param durable whether it survives the end of its node
 * @param trigger what expressions see as {@code trigger}
 */
public record RunStarted(
    RunId run,
    WorkspaceId workspace,
    FlowId flow,
    String flowSlug,
    String flowName,
    @Nullable Integer version,
    String triggerId,
    String triggerKind,
    @Nullable String environment,
    Map<String, @Nullable Object> trigger,
    Recording recording,
    boolean durable,
    Instant startedAt) {}
