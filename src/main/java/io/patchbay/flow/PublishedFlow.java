package io.patchbay.flow;

import io.patchbay.common.WorkspaceId;

/** The live version of a flow. */
public record PublishedFlow(
    FlowId id, WorkspaceId workspace, String workspaceSlug, String slug, int version, Flow flow) {}
