package io.patchbay.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions of users who were disabled, whose password changed since, or who signed in half a
 * day ago; looked up per request, not for files of the page.
 */
class EndedSessions extends OncePerRequestFilter {

  private static final Duration LONGEST = Duration.ofHours(12);

  private final UserRepository users;
  private final InstantSource clock;

  EndedSessions(UserRepository users, InstantSource clock) {
    this.users = users;
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getServletPath();
    return path.startsWith("/VAADIN/") || path.startsWith("/assets/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var session = request.getSession(false);
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (session != null
        && authentication != null
        && authentication.getPrincipal() instanceof SignedInUser user
        && (isTooOld(session.getCreationTime()) || !isCurrent(user))) {
      session.invalidate();
      SecurityContextHolder.clearContext();
    }
    chain.doFilter(request, response);
  }

  private boolean isTooOld(long createdAt) {
    return clock.millis() - createdAt > LONGEST.toMillis();
  }

  private boolean isCurrent(SignedInUser user) {
    return users
        .byId(user.id())
        .filter(s -> !s.user().disabled() && s.sessionsEpoch() == user.sessionsEpoch())
        .isPresent();
  }
}
