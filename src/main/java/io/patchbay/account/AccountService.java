package io.patchbay.account;

import io.patchbay.common.ConflictException;
import io.patchbay.common.ForbiddenException;
import io.patchbay.common.Ids;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import io.patchbay.common.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Users of this server: who they are, their passwords, signing in. */
@Service
public class AccountService {

  private final UserRepository users;
  private final KeptSignInRepository keptSignIns;
  private final PasswordHashing hashing;
  private final SignInThrottle throttle;
  private final AuditLog audit;
  private final Sources sources;

  /** Where ids and times come from. */
  record Sources(Ids ids, InstantSource clock) {}

  AccountService(
      UserRepository users,
      KeptSignInRepository keptSignIns,
      PasswordHashing hashing,
      SignInThrottle throttle,
      AuditLog audit,
      Ids ids,
      InstantSource clock) {
    this.users = users;
    this.keptSignIns = keptSignIns;
    this.hashing = hashing;
    this.throttle = throttle;
    this.audit = audit;
    this.sources = new Sources(ids, clock);
  }

  /**
   * The user, also a disabled one.
   *
   * @throws NotFoundException when there is none
   */
  public UserView get(UserId id) {
    return secrets(id).user();
  }

  /** All users, for administrators of the server. */
  public List<UserView> list(UserId asking) {
    requireAdministrator(asking);
    return users.all();
  }

  /** Whether somebody manages this server; nobody does before it was set up. */
  public boolean hasAdministrator() {
    return users.hasAdministrator();
  }

  /** The administrator who has been one for longest; none before the server was set up. */
  public Optional<UserView> firstAdministrator() {
    return users.firstAdministrator();
  }

  /**
   * Checks e-mail and password.
   *
   * @param address where the request comes from, to slow down guessing
   * @throws SignInRefused when they do not fit, or too many did not before
   */
  public UserView signIn(String email, String password, String address) {
    return signInWithSecrets(email, password, address).user();
  }

  UserRepository.Secrets signInWithSecrets(String email, String password, String address) {
    throttle.enter(email, address);
    var found = users.byEmail(email.strip()).filter(s -> !s.user().disabled());
    var hash = found.map(UserRepository.Secrets::passwordHash).orElse(null);
    if (password.length() > Passwords.MAX_LENGTH || !hashing.matches(password, hash)) {
      throw SignInRefused.wrong();
    }
    throttle.succeeded(email, address);
    var user = found.orElseThrow();
    users.setSignedIn(user.user().id(), sources.clock().instant());
    return user;
  }

  /** Sets a new password for somebody who knows the old one; all other sessions end. */
  @Transactional
  public void changePassword(UserId id, String oldPassword, String newPassword, String address) {
    var email = get(id).email();
    try {
      signInWithSecrets(email, oldPassword, address);
    } catch (SignInRefused e) {
      throw new InvalidException("oldPassword", String.valueOf(e.getMessage()));
    }
    setPassword(id, newPassword);
  }

  /** Lets nobody sign in as this user, or lets them again; takes effect at once. */
  @Transactional
  public void setDisabled(UserId administrator, UserId id, boolean disabled) {
    requireAdministrator(administrator);
    if (administrator.equals(id)) {
      throw new ConflictException("Nobody can disable themselves; ask another administrator.");
    }
    users.setDisabled(id, disabled);
    if (disabled) {
      keptSignIns.deleteAllOf(id);
    }
    var action = disabled ? "disabled user" : "enabled user";
    audit.record(null, get(administrator).email(), action, get(id).email(), null);
  }

  /** Makes a user; the caller has checked that they may. */
  UserId create(String email, String password, boolean administrator) {
    var address = Emails.normalize(email);
    Passwords.check(password, address);
    if (users.byEmail(address).isPresent()) {
      throw new ConflictException("'" + address + "' has an account already.");
    }
    var id = new UserId(sources.ids().next());
    var now = sources.clock().instant();
    var name = Emails.localPart(address);
    users.insert(
        new UserView(id, address, name, administrator, false, now, null), hashing.hash(password));
    return id;
  }

  void setPassword(UserId id, String password) {
    Passwords.check(password, get(id).email());
    users.setPassword(id, hashing.hash(password));
    keptSignIns.deleteAllOf(id);
  }

  Optional<UserRepository.Secrets> byEmail(String email) {
    return users.byEmail(email);
  }

  UserView requireAdministrator(UserId id) {
    var user = get(id);
    if (!user.administrator() || user.disabled()) {
      throw new ForbiddenException("Only an administrator of this server can do this.");
    }
    return user;
  }

  UserRepository.Secrets secrets(UserId id) {
    return users.byId(id).orElseThrow(() -> NotFoundException.of("user", id));
  }
}
