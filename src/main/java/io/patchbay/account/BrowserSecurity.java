package io.patchbay.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.stereotype.Component;

/** Signing in with a browser: the form's check, kept sign-ins, ended sessions, headers. */
@Component
public class BrowserSecurity {

  /** Where the form is and where it is sent to. */
  public static final String SIGN_IN = "/sign-in";

  /** The names of the form's fields. */
  public static final String EMAIL = "email";

  public static final String PASSWORD = "password";
  public static final String KEEP = KeptSignIns.PARAMETER;

  private final SignInProvider provider;
  private final KeptSignIns keptSignIns;
  private final UserRepository users;
  private final InstantSource clock;
  private final String publicUrl;

  BrowserSecurity(
      SignInProvider provider,
      KeptSignIns keptSignIns,
      UserRepository users,
      InstantSource clock,
      @Value("${patchbay.public-url}") String publicUrl) {
    this.provider = provider;
    this.keptSignIns = keptSignIns;
    this.users = users;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  /** Adds all that to the filter chain of the pages. */
  public void apply(HttpSecurity http) {
    http.authenticationProvider(provider)
        .formLogin(form ->
            form.loginPage(SIGN_IN)
                .loginProcessingUrl(SIGN_IN)
                .usernameParameter(EMAIL)
                .passwordParameter(PASSWORD)
                .failureHandler((request, response, e) -> refused(request, response, e)))
        .rememberMe(keep -> keep.rememberMeServices(keptSignIns).key(keptSignIns.getKey()))
        .sessionManagement(sessions -> sessions.sessionFixation(fix -> fix.changeSessionId()))
        .addFilterAfter(new SignInToken(), CsrfFilter.class)
        .addFilterAfter(new EndedSessions(users, clock), SecurityContextHolderFilter.class)
        .headers(headers -> SecurityHeaders.forPages(headers, publicUrl));
  }

  /** Signs somebody in who has just proved who they are by a link and a password. */
  public void signIn(UserView user, HttpServletRequest request, HttpServletResponse response) {
    var secrets = users.byId(user.id()).orElseThrow();
    var authentication = SignInProvider.authenticated(SignedInUser.of(secrets), null);
    new ChangeSessionIdAuthenticationStrategy().onAuthentication(authentication, request, response);
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(authentication);
    SecurityContextHolder.setContext(context);
    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
  }

  private static void refused(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    var wait = e instanceof SignInRefused refused ? refused.secondsToWait() : 0;
    response.sendRedirect(
        request.getContextPath() + SIGN_IN + (wait > 0 ? "?wait=" + wait : "?wrong"));
  }
}
