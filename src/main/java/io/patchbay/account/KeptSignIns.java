package io.patchbay.account;

import io.patchbay.common.Ids;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.rememberme.AbstractRememberMeServices;
import org.springframework.security.web.authentication.rememberme.InvalidCookieException;
import org.springframework.stereotype.Component;

/**
 * "Keep me signed in": a cookie with a random token, whose hash is in the database. Signing out or
 * a new password makes it worthless; it does not change with use, as pages load in parallel.
 */
@Component
class KeptSignIns extends AbstractRememberMeServices {

  static final String COOKIE = "patchbay-keep";
  static final String PARAMETER = "keep";
  private static final Duration LASTS = Duration.ofDays(30);

  private final KeptSignInRepository tokens;
  private final UserRepository users;
  private final Ids ids;
  private final InstantSource clock;

  KeptSignIns(
      KeptSignInRepository tokens,
      UserRepository users,
      Ids ids,
      InstantSource clock,
      @Value("${patchbay.public-url}") String publicUrl) {
    // The key marks authentications made in this process; it travels nowhere.
    super(ids.token(Tokens.BYTES), email -> byEmail(users, email));
    this.tokens = tokens;
    this.users = users;
    this.ids = ids;
    this.clock = clock;
    setCookieName(COOKIE);
    setParameter(PARAMETER);
    setTokenValiditySeconds((int) LASTS.toSeconds());
    setUseSecureCookie(publicUrl.startsWith("https:"));
    setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
  }

  private static UserDetails byEmail(UserRepository users, String email) {
    return users
        .byEmail(email)
        .map(SignedInUser::of)
        .orElseThrow(() -> UsernameNotFoundException.fromUsername(email));
  }

  @Override
  protected void onLoginSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication success) {
    if (success.getPrincipal() instanceof SignedInUser user) {
      var token = ids.token(Tokens.BYTES);
      var now = clock.instant();
      tokens.deleteExpired(now);
      tokens.insert(Tokens.hash(token), user.id(), now, now.plus(LASTS));
      setCookie(new String[] {token}, getTokenValiditySeconds(), request, response);
    }
  }

  @Override
  protected UserDetails processAutoLoginCookie(
      String[] cookie, HttpServletRequest request, HttpServletResponse response) {
    if (cookie.length != 1) {
      throw new InvalidCookieException("not one of ours");
    }
    return tokens
        .user(Tokens.hash(cookie[0]), clock.instant())
        .flatMap(users::byId)
        .filter(secrets -> !secrets.user().disabled())
        .map(SignedInUser::of)
        .orElseThrow(() -> new InvalidCookieException("signed out meanwhile"));
  }

  @Override
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    var cookie = extractRememberMeCookie(request);
    if (cookie != null && !cookie.isEmpty()) {
      try {
        tokens.delete(Tokens.hash(decodeCookie(cookie)[0]));
      } catch (InvalidCookieException _) {
        // nothing to forget
      }
    }
    super.logout(request, response, authentication);
  }
}
