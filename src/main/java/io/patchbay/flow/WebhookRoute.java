package io.patchbay.flow;

import io.patchbay.api.Verb;
import io.patchbay.common.WorkspaceId;

/**
 * One verb of one webhook address and the flow that answers it.
 *
 * @param path without a leading slash; segments may be {@code {param}}
 */
public record WebhookRoute(
    WorkspaceId workspace,
    String workspaceSlug,
    String path,
    Verb verb,
    FlowId flow,
    String triggerId) {}
