package io.patchbay.account;

import io.patchbay.common.Access.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * A new invitation.
 *
 * @param link the address that works once, for the inviter to hand over; shown this one time
 */
public record Invitation(UUID id, String email, Role role, String link, Instant expiresAt) {

  @Override
  public String toString() {
    return "Invitation[" + email + ", " + role + "]";
  }
}
