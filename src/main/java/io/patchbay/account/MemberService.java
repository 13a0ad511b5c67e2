package io.patchbay.account;

import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.ConflictException;
import io.patchbay.common.NotFoundException;
import io.patchbay.common.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in a workspace, with which role, and who is invited. */
@Service
public class MemberService {

  private final MemberRepository members;
  private final OneTimeLinks links;
  private final AccountService accounts;
  private final AuditLog audit;
  private final InstantSource clock;

  MemberService(
      MemberRepository members,
      OneTimeLinks links,
      AccountService accounts,
      AuditLog audit,
      InstantSource clock) {
    this.members = members;
    this.links = links;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /** All members by e-mail address, visible to each of them. */
  public List<MemberView> list(Access access) {
    return members.of(access.workspace());
  }

  /** Invitations that are open, for admins. */
  public List<InvitationView> invitations(Access access) {
    access.require(Role.ADMIN);
    return links.invitations(access.workspace());
  }

  /**
   * Invites a person, who joins by opening the link within seven days; an earlier invitation of the
   * same person is replaced. There is no e-mail: the inviter hands the link over.
   */
  @Transactional
  public Invitation invite(Access access, String email, Role role) {
    access.require(Role.ADMIN);
    var address = Emails.normalize(email);
    if (members.of(access.workspace()).stream().anyMatch(m -> m.email().equals(address))) {
      throw new ConflictException("'" + address + "' is a member already.");
    }
    var invitation = links.invitation(access, address, role);
    audit.record(access, "invited member", address, role.word());
    return invitation;
  }

  /** Makes an open invitation worthless. */
  @Transactional
  public void revokeInvitation(Access access, UUID id) {
    access.require(Role.ADMIN);
    if (!links.revokeInvitation(access.workspace(), id)) {
      throw NotFoundException.of("invitation", id);
    }
    audit.record(access, "revoked invitation", id.toString(), null);
  }

  /**
   * Adds somebody who has an account without asking them, for administrators of the server: only
   * they know whose account it is.
   */
  @Transactional
  public MemberView add(Access access, UserId administrator, String email, Role role) {
    access.require(Role.ADMIN);
    accounts.requireAdministrator(administrator);
    var user =
        accounts
            .byEmail(Emails.normalize(email))
            .orElseThrow(() -> NotFoundException.of("user", email))
            .user();
    members.put(access.workspace(), user.id(), role, clock.instant());
    audit.record(access, "added member", user.email(), role.word());
    return get(access, user.id());
  }

  /** Gives a member another role; the last admin stays one. */
  @Transactional
  public MemberView changeRole(Access access, UserId user, Role role) {
    access.require(Role.ADMIN);
    var member = get(access, user);
    if (role != Role.ADMIN) {
      requireAnotherAdmin(access, user);
    }
    members.put(access.workspace(), user, role, clock.instant());
    audit.record(access, "changed role", member.email(), role.word());
    return get(access, user);
  }

  /** Takes a member out; everybody may leave, the last admin stays. */
  @Transactional
  public void remove(Access access, UserId user) {
    if (!access.user().equals(user)) {
      access.require(Role.ADMIN);
    }
    var member = get(access, user);
    requireAnotherAdmin(access, user);
    members.delete(access.workspace(), user);
    audit.record(access, "removed member", member.email(), null);
  }

  private MemberView get(Access access, UserId user) {
    return list(access).stream()
        .filter(m -> m.user().equals(user))
        .findFirst()
        .orElseThrow(() -> NotFoundException.of("member", user));
  }

  private void requireAnotherAdmin(Access access, UserId user) {
    if (members.lockAdmins(access.workspace()).equals(List.of(user))) {
      throw new ConflictException("A workspace needs an admin; make another member one first.");
    }
  }
}
