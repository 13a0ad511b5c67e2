package io.patchbay.account;

import io.patchbay.common.UserId;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is signed in: the one of this request, or of the browser window that this code serves. */
@Component
public class CurrentUser {

  /**
   * The id of who is signed in.
   *
   * @throws IllegalStateException when nobody is
   */
  public UserId id() {
    return ifAny().orElseThrow(() -> new IllegalStateException("Nobody is signed in."));
  }

  /** The id of who is signed in, if anybody is. */
  public Optional<UserId> ifAny() {
    return principal().map(SignedInUser::id);
  }

  /** The e-mail address that they signed in with. */
  public String email() {
    return principal()
        .map(SignedInUser::email)
        .orElseThrow(() -> new IllegalStateException("Nobody is signed in."));
  }

  private static Optional<SignedInUser> principal() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedInUser user
        ? Optional.of(user)
        : Optional.empty();
  }
}
