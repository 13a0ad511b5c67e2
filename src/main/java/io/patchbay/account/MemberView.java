package io.patchbay.account;

import io.patchbay.common.Access.Role;
import io.patchbay.common.UserId;
import java.time.Instant;

/** A user in a workspace, since when and with which role. */
public record MemberView(UserId user, String email, String name, Role role, Instant since) {}
