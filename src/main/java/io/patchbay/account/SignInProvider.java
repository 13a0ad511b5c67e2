package io.patchbay.account;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks the sign-in form by {@link AccountService}. */
@Component
class SignInProvider implements AuthenticationProvider {

  private final AccountService accounts;

  SignInProvider(AccountService accounts) {
    this.accounts = accounts;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    var email = attempt.getName();
    var password = attempt.getCredentials() instanceof String text ? text : "";
    var secrets = accounts.signInWithSecrets(email, password, address(attempt.getDetails()));
    return authenticated(SignedInUser.of(secrets), attempt.getDetails());
  }

  static UsernamePasswordAuthenticationToken authenticated(
      SignedInUser user, @Nullable Object details) {
    var result =
        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
    result.setDetails(details);
    return result;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  private static String address(@Nullable Object details) {
    return details instanceof WebAuthenticationDetails web
        ? String.valueOf(web.getRemoteAddress())
        : "unknown";
  }
}
