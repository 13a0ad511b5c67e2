package io.patchbay.ui.credentials;

import com.vaadin.flow.component.html.Span;
import io.patchbay.http.OAuthTokenView;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Icons;

/** The states of cached tokens, as icon and word. */
public final class TokenStates {

  private TokenStates() {}

  public static Span badge(OAuthTokenView.State state) {
    return switch (state) {
      case VALID -> Badges.state(Icons.CIRCLE_CHECK, "succeeded", "Valid");
      case EXPIRED -> Badges.state(Icons.CLOCK, "waiting", "Expired");
      case FAILING -> Badges.state(Icons.CIRCLE_X, "failed", "Refused");
      case SIGN_IN_AGAIN -> Badges.state(Icons.CIRCLE_X, "failed", "Sign in again");
    };
  }
}
