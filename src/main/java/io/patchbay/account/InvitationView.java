package io.patchbay.account;

import io.patchbay.common.Access.Role;
import java.time.Instant;
import java.util.UUID;

/** An invitation that nobody took up yet; its address is known to the inviter only. */
public record InvitationView(
    UUID id, String email, Role role, String invitedBy, Instant expiresAt) {}
