package io.patchbay.account;

import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.AuditTrail;
import io.patchbay.common.Ids;
import io.patchbay.common.WorkspaceId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Keeps who changed what; the admins of a workspace read it. */
@Service
public class AuditLog implements AuditTrail {

  private static final Duration ONE_EDIT = Duration.ofMinutes(10);

  private final AuditRepository entries;
  private final UserRepository users;
  private final Ids ids;
  private final InstantSource clock;

  AuditLog(AuditRepository entries, UserRepository users, Ids ids, InstantSource clock) {
    this.entries = entries;
    this.users = users;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void record(Access access, String action, String subject, @Nullable String detail) {
    record(access.workspace(), access.actor(), action, subject, detail);
  }

  @Override
  public void recordEdit(Access access, String action, String subject) {
    var now = clock.instant();
    if (!entries.has(access.workspace(), access.actor(), action, subject, now.minus(ONE_EDIT))) {
      record(access, action, subject, null);
    }
  }

  /** Notes a change by somebody without an access, or to the server itself: no workspace then. */
  void record(
      @Nullable WorkspaceId workspace,
      String actor,
      String action,
      String subject,
      @Nullable String detail) {
    entries.insert(
        workspace, new AuditEntry(ids.next(), clock.instant(), actor, action, subject, detail));
  }

  /**
   * The latest entries first, those before {@code before} when it is given; administrators of the
   * server see what was done to the server, too.
   */
  public List<AuditEntry> list(Access access, @Nullable UUID before, int limit) {
    access.require(Role.ADMIN);
    var isAdministrator =
        users.byId(access.user()).filter(user -> user.user().administrator()).isPresent();
    return entries.of(access.workspace(), isAdministrator, before, limit);
  }
}
