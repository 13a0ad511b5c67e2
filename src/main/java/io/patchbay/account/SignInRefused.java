package io.patchbay.account;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Signing in did not work; the message is fit for the person who tried. */
public class SignInRefused extends AuthenticationException {

  private final Duration retryAfter;

  private SignInRefused(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  static SignInRefused wrong() {
    return new SignInRefused("E-mail or password is wrong.", Duration.ZERO);
  }

  static SignInRefused tooMany(Duration wait) {
    return new SignInRefused(
        "Too many attempts. The next one is possible in %d s.".formatted(seconds(wait)), wait);
  }

  static SignInRefused busy() {
    return new SignInRefused(
        "The server is busy with other sign-ins. Try again in a moment.", Duration.ofSeconds(2));
  }

  /** How many whole seconds the next attempt has to wait; zero when it can follow at once. */
  public long secondsToWait() {
    return seconds(retryAfter);
  }

  private static long seconds(Duration wait) {
    return wait.plusMillis(999).toSeconds();
  }
}
