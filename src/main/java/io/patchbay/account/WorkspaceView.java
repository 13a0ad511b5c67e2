package io.patchbay.account;

import io.patchbay.common.Access.Role;
import io.patchbay.common.WorkspaceId;

/** A workspace and what the asking user may do in it. */
public record WorkspaceView(WorkspaceId id, String slug, String name, Role role) {}
