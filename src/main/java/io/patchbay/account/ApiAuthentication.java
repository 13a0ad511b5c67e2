package io.patchbay.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who calls the management API: by bearer token, and for the first token by e-mail and password. A
 * cookie is never looked at, so no page elsewhere can call on a user's behalf.
 */
class ApiAuthentication extends OncePerRequestFilter {

  static final String FIRST_TOKEN = "/api/v1/tokens";

  private final TokenService tokens;
  private final AccountService accounts;

  ApiAuthentication(TokenService tokens, AccountService accounts) {
    this.tokens = tokens;
    this.accounts = accounts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      user(request).ifPresent(ApiAuthentication::setUser);
    } catch (SignInRefused e) {
      ApiProblems.refused(response, e);
      return;
    }
    chain.doFilter(request, response);
  }

  private Optional<SignedInUser> user(HttpServletRequest request) {
    var bearer = value(request.getHeader(HttpHeaders.AUTHORIZATION), "bearer");
    if (bearer.isPresent()) {
      return bearer.flatMap(tokens::userOf).map(accounts::secrets).map(SignedInUser::of);
    }
    return isForFirstToken(request)
        ? value(request.getHeader(HttpHeaders.AUTHORIZATION), "basic")
            .flatMap(basic -> signIn(basic, request.getRemoteAddr()))
        : Optional.empty();
  }

  static boolean isForFirstToken(HttpServletRequest request) {
    return request.getMethod().equals("POST") && request.getRequestURI().equals(FIRST_TOKEN);
  }

  private Optional<SignedInUser> signIn(String basic, String address) {
    try {
      var pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
      var colon = pair.indexOf(':');
      if (colon < 0) {
        return Optional.empty();
      }
      var email = pair.substring(0, colon);
      var secrets = accounts.signInWithSecrets(email, pair.substring(colon + 1), address);
      return Optional.of(SignedInUser.of(secrets));
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // not Base64: as good as no password
    }
  }

  private static Optional<String> value(@Nullable String header, String scheme) {
    return header != null
            && header.length() > scheme.length()
            && header.toLowerCase(Locale.ROOT).startsWith(scheme + " ")
        ? Optional.of(header.substring(scheme.length() + 1).strip())
        : Optional.empty();
  }

  private static void setUser(SignedInUser user) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(SignInProvider.authenticated(user, null));
    SecurityContextHolder.setContext(context);
  }
}
