package io.patchbay.account;

import io.patchbay.account.LinkRepository.Link;
import io.patchbay.account.LinkRepository.Purpose;
import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import io.patchbay.common.UserId;
import io.patchbay.common.WorkspaceId;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do who come by an address that works once: set up, join, take a new password. */
@Service
public class LinkService {

  private final OneTimeLinks links;
  private final AccountService accounts;
  private final WorkspaceService workspaces;
  private final WorkspaceRepository workspaceNames;
  private final MemberRepository members;
  private final UserRepository users;
  private final AuditLog audit;
  private final InstantSource clock;

  LinkService(
      OneTimeLinks links,
      AccountService accounts,
      WorkspaceService workspaces,
      WorkspaceRepository workspaceNames,
      MemberRepository members,
      UserRepository users,
      AuditLog audit,
      InstantSource clock) {
    this.links = links;
    this.accounts = accounts;
    this.workspaces = workspaces;
    this.workspaceNames = workspaceNames;
    this.members = members;
    this.users = users;
    this.audit = audit;
    this.clock = clock;
  }

  /** What the token is good for; empty when it was used, has expired or never was one. */
  public Optional<OpenLink> open(String token) {
    return links.open(token).flatMap(this::describe);
  }

  /** Makes the first administrator and their workspace, and uses the token up. */
  @Transactional
  public UserView setUp(String token, String email, String password, String workspaceName) {
    take(token, Purpose.SETUP);
    return createFirstAdministrator(
        email, password, WorkspaceSlugs.of(workspaceName), workspaceName);
  }

  /** As the operator wished by settings; refuses when there is an administrator. */
  @Transactional
  UserView createFirstAdministrator(
      String email, String password, String slug, String workspaceName) {
    users.lockForFirstAdministrator();
    if (accounts.hasAdministrator()) {
      throw new ConflictException("This server has an administrator already.");
    }
    var user = accounts.get(accounts.create(email, password, true));
    links.forgetSetUps();
    audit.record(null, user.email(), "set up server", user.email(), null);
    workspaces.create(user, slug, workspaceName);
    return user;
  }

  /**
   * Joins the workspace of the invitation and uses the token up.
   *
   * @param password the new one of somebody without an account, else the one that they have
   * @param address where the request comes from, to slow down guessing
   */
  @Transactional
  public UserView join(String token, String password, String address) {
    var link = take(token, Purpose.INVITATION);
    var email = Objects.requireNonNull(link.email());
    var workspace = Objects.requireNonNull(link.workspace());
    var role = Objects.requireNonNull(link.role());
    var known = accounts.byEmail(email);
    var user =
        known.isPresent()
            ? signIn(email, password, address)
            : accounts.get(accounts.create(email, password, false));
    members.put(workspace, user.id(), role, clock.instant());
    audit.record(workspace, email, "joined", email, role.word());
    return user;
  }

  /** Sets a new password and uses the token up; all sessions of the user end. */
  @Transactional
  public UserView newPassword(String token, String password) {
    var user = Objects.requireNonNull(take(token, Purpose.PASSWORD).user());
    accounts.setPassword(user, password);
    var view = accounts.get(user);
    audit.record(null, view.email(), "set new password", view.email(), null);
    return view;
  }

  /** An address by which a user who forgot the password sets a new one, for administrators. */
  @Transactional
  public String passwordLink(UserId administrator, UserId user) {
    var by = accounts.requireAdministrator(administrator);
    var link = links.newPassword(user, by.email());
    audit.record(null, by.email(), "made password link", accounts.get(user).email(), null);
    return link;
  }

  private UserView signIn(String email, String password, String address) {
    try {
      return accounts.signIn(email, password, address);
    } catch (SignInRefused e) {
      throw new InvalidException("password", String.valueOf(e.getMessage()));
    }
  }

  private Link take(String token, Purpose purpose) {
    return links
        .take(token)
        .filter(link -> link.purpose() == purpose)
        .orElseThrow(
            () -> new NotFoundException("This address was used already, or its time is over."));
  }

  private Optional<OpenLink> describe(Link link) {
    return switch (link.purpose()) {
      case SETUP ->
          accounts.hasAdministrator()
              ? Optional.empty()
              : Optional.of(new OpenLink.SetUp(link.expiresAt()));
      case INVITATION -> Optional.of(join(link));
      case PASSWORD -> {
        var user = accounts.get(Objects.requireNonNull(link.user()));
        yield Optional.of(new OpenLink.NewPassword(user.email(), user.name(), link.expiresAt()));
      }
    };
  }

  private OpenLink join(Link link) {
    var email = Objects.requireNonNull(link.email());
    var workspace = Objects.requireNonNull(link.workspace());
    return new OpenLink.Join(
        email,
        name(workspace),
        Objects.requireNonNull(link.role()),
        link.createdBy(),
        accounts.byEmail(email).isPresent(),
        link.expiresAt());
  }

  private String name(WorkspaceId workspace) {
    return workspaceNames.name(workspace).orElseThrow();
  }
}
