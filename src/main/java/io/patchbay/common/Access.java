package io.patchbay.common;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What one user may do in one workspace, as looked up for this very request. Services take it as
 * their first argument and call {@link #require}; only the account package makes one, so that no
 * way into a workspace goes round the membership check.
 *
 * @param workspaceSlug the workspace's name in addresses
 * @param actor the user's e-mail address, for records of who did what
 */
public record Access(
    UserId user, String actor, WorkspaceId workspace, String workspaceSlug, Role role) {

  /** Rights in a workspace, each including those before it. */
  public enum Role {
    /** Sees everything but secrets. */
    VIEWER,
    /** Starts, cancels and repeats runs. */
    OPERATOR,
    /** Changes APIs, credentials and flows, and publishes. */
    EDITOR,
    /** Manages members and the workspace itself. */
    ADMIN;

    /** The role's name in documents and addresses: lower case. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether this access includes the rights of {@code needed}. */
  public boolean allows(Role needed) {
    return role.compareTo(needed) >= 0;
  }

  /**
   * Lets pass whoever has at least the given role.
   *
   * @throws ForbiddenException when the role is lower
   */
  public void require(Role needed) {
    if (!allows(needed)) {
      throw new ForbiddenException(
          "This needs the role %s in workspace '%s'; yours is %s. Ask one of its admins."
              .formatted(needed.word(), workspaceSlug, role.word()));
    }
  }
}
