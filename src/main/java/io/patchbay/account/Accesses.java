package io.patchbay.account;

import io.patchbay.common.Access;
import io.patchbay.common.NotFoundException;
import io.patchbay.common.UserId;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Looks up what a user may do in a workspace: anew for each request, so that a right that was taken
 * away is gone with the next one.
 */
@Service
public class Accesses {

  private final WorkspaceRepository workspaces;
  private final CurrentUser currentUser;

  Accesses(WorkspaceRepository workspaces, CurrentUser currentUser) {
    this.workspaces = workspaces;
    this.currentUser = currentUser;
  }

  /**
   * What the user may do there.
   *
   * @throws NotFoundException when there is no such workspace or the user is not in it, alike
   */
  public Access of(UserId user, String workspaceSlug) {
    return workspaces
        .access(user, workspaceSlug)
        .orElseThrow(() -> NotFoundException.of("workspace", workspaceSlug));
  }

  /** What the signed-in user may do there. */
  public Access current(String workspaceSlug) {
    return of(currentUser.id(), workspaceSlug);
  }

  /** What the user may do in each workspace that they may enter, by the workspace's name. */
  public List<Access> all(UserId user) {
    return workspaces.accesses(user);
  }

  /** The workspaces that the user may enter, by name. */
  public List<WorkspaceView> workspaces(UserId user) {
    return workspaces.of(user);
  }
}
