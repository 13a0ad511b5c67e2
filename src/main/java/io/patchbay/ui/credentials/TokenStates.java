package io.patchbay.ui.credentials;

import com.vaadin.flow.component.html.Span;
import io.patchbay.http.OAuthTokenView;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Icons;
import java.time.Duration;
import java.time.Instant;

/** The states of cached tokens, as icon and word. */
public final class TokenStates {

  private TokenStates() {}

  public static Span badge(OAuthTokenView.State state) {
    return switch (state) {
      case VALID -> Badges.state(Icons.CIRCLE_CHECK, "succeeded", "Valid");
      case EXPIRED -> Badges.state(Icons.CLOCK, "waiting", "Expired");
      case FAILING -> Badges.state(Icons.CIRCLE_X, "failed", "Failing");
      case SIGN_IN_AGAIN -> Badges.state(Icons.CIRCLE_X, "failed", "Sign in again");
    };
  }

  /** As {@link #badge(OAuthTokenView.State)}; says as well when a valid one is about to end. */
  static Span badge(OAuthTokenView token, Instant now) {
    if (token.state() == OAuthTokenView.State.VALID && endsSoon(token, now)) {
      return Badges.state(Icons.CLOCK, "waiting", "Expires soon");
    }
    return badge(token.state());
  }

  /** Whether it is time for another one, which the next call gets. */
  static boolean endsSoon(OAuthTokenView token, Instant now) {
    Instant since = token.obtainedAt();
    Instant until = token.expiresAt();
    return since != null
        && until != null
        && Duration.between(now, until).compareTo(TimeLeft.soon(Duration.between(since, until)))
            <= 0;
  }

  static boolean isBad(OAuthTokenView token) {
    return token.state() == OAuthTokenView.State.FAILING
        || token.state() == OAuthTokenView.State.SIGN_IN_AGAIN;
  }
}
