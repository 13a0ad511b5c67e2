package io.patchbay.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the sign-in form from our own page only. Vaadin leaves its views out of Spring's check, as
 * it has one of its own for its own traffic; a plain form needs this one, else another site could
 * sign a person in as somebody else.
 */
class SignInToken extends OncePerRequestFilter {

  private final CsrfTokenRequestHandler handler = new XorCsrfTokenRequestAttributeHandler();

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        || !request.getRequestURI().equals(request.getContextPath() + BrowserSecurity.SIGN_IN);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isFromOurPage(request)) {
      chain.doFilter(request, response);
    } else {
      response.sendRedirect(request.getContextPath() + BrowserSecurity.SIGN_IN + "?expired");
    }
  }

  private boolean isFromOurPage(HttpServletRequest request) {
    if (!(request.getAttribute(DeferredCsrfToken.class.getName())
        instanceof DeferredCsrfToken deferred)) {
      return false;
    }
    var token = deferred.get();
    return same(token.getToken(), handler.resolveCsrfTokenValue(request, token));
  }

  private static boolean same(String right, @Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
