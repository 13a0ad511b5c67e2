package io.patchbay.common;

import org.jspecify.annotations.Nullable;

/** What services that belong to the whole server, and to no workspace, ask and note. */
public interface Administration {

  /**
   * The administrator's e-mail address.
   *
   * @throws ForbiddenException when the user is no administrator of this server
   */
  String requireAdministrator(UserId user);

  /** Notes a change of the server itself; administrators see it in the audit of each workspace. */
  void record(String actor, String action, String subject, @Nullable String detail);
}
