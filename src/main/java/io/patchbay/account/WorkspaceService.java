package io.patchbay.account;

import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.ConflictException;
import io.patchbay.common.Ids;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import io.patchbay.common.UserId;
import io.patchbay.common.WorkspaceId;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, names and deletes workspaces. */
@Service
public class WorkspaceService {

  private static final int MAX_NAME = 100;

  private final WorkspaceRepository workspaces;
  private final MemberRepository members;
  private final AccountService accounts;
  private final AuditLog audit;
  private final Ids ids;
  private final InstantSource clock;

  WorkspaceService(
      WorkspaceRepository workspaces,
      MemberRepository members,
      AccountService accounts,
      AuditLog audit,
      Ids ids,
      InstantSource clock) {
    this.workspaces = workspaces;
    this.members = members;
    this.accounts = accounts;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** The workspaces that the user may enter, by name. */
  public List<WorkspaceView> list(UserId user) {
    return workspaces.of(user);
  }

  public WorkspaceView get(Access access) {
    var name =
        workspaces
            .name(access.workspace())
            .orElseThrow(() -> NotFoundException.of("workspace", access.workspaceSlug()));
    return new WorkspaceView(access.workspace(), access.workspaceSlug(), name, access.role());
  }

  /** Makes a workspace, for administrators of the server; whoever makes it is its first admin. */
  @Transactional
  public WorkspaceView create(UserId administrator, String slug, String name) {
    var creator = accounts.requireAdministrator(administrator);
    return create(creator, slug, name);
  }

  /** Gives the workspace another name for people; its name in addresses stays. */
  @Transactional
  public WorkspaceView rename(Access access, String name) {
    access.require(Role.ADMIN);
    workspaces.rename(access.workspace(), checkedName(name));
    audit.record(access, "renamed workspace", access.workspaceSlug(), name.strip());
    return get(access);
  }

  /**
   * Deletes the workspace with all that is in it, for good.
   *
   * @param slug typed by whoever deletes it, to be sure
   */
  @Transactional
  public void delete(Access access, String slug) {
    access.require(Role.ADMIN);
    if (!access.workspaceSlug().equals(slug)) {
      throw new InvalidException(
          "slug", "To delete it, type '%s'.".formatted(access.workspaceSlug()));
    }
    workspaces.delete(access.workspace());
    audit.record(null, access.actor(), "deleted workspace", slug, null);
  }

  WorkspaceView create(UserView creator, String slug, String name) {
    WorkspaceSlugs.check(slug);
    var checked = checkedName(name);
    if (workspaces.slugIsTaken(slug)) {
      throw new ConflictException(
          "There is a workspace '" + slug + "' already; take another slug.");
    }
    var id = new WorkspaceId(ids.next());
    workspaces.insert(id, slug, checked, clock.instant());
    members.put(id, creator.id(), Role.ADMIN, clock.instant());
    audit.record(id, creator.email(), "created workspace", slug, checked);
    return new WorkspaceView(id, slug, checked, Role.ADMIN);
  }

  private static String checkedName(String name) {
    var stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > MAX_NAME) {
      throw new InvalidException("name", "Give it a name of up to " + MAX_NAME + " characters.");
    }
    return stripped;
  }
}
