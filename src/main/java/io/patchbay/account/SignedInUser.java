package io.patchbay.account;

import io.patchbay.common.UserId;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The principal of sessions and API requests. Holds no rights: these are looked up when needed.
 *
 * @param sessionsEpoch the user's count of password changes at sign-in; an older one has ended
 */
record SignedInUser(UUID userId, String email, int sessionsEpoch)
    implements UserDetails, Serializable {

  private static final List<GrantedAuthority> AUTHORITIES =
      List.of(new SimpleGrantedAuthority("ROLE_USER"));

  static SignedInUser of(UserRepository.Secrets secrets) {
    var user = secrets.user();
    return new SignedInUser(user.id().value(), user.email(), secrets.sessionsEpoch());
  }

  UserId id() {
    return new UserId(userId);
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return AUTHORITIES;
  }

  @Override
  public String getUsername() {
    return email;
  }

  /** Not kept beyond the check. */
  @Override
  public String getPassword() {
    return "";
  }
}
