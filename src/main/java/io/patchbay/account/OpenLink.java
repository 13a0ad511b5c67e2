package io.patchbay.account;

import io.patchbay.common.Access.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an address that works once is good for, as told to whoever holds it. */
public sealed interface OpenLink {

  Instant expiresAt();

  /** Makes the first administrator. */
  record SetUp(Instant expiresAt) implements OpenLink {}

  /**
   * Joins a workspace.
   *
   * @param knownUser whether the e-mail address has an account, whose password is then asked for
   */
  record Join(
      String email,
      String workspaceName,
      Role role,
      String invitedBy,
      boolean knownUser,
      Instant expiresAt)
      implements OpenLink {}

  /** Sets a new password. */
  record NewPassword(String email, @Nullable String name, Instant expiresAt) implements OpenLink {}
}
