package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.http.OAuthTokenView;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Confirm;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.Visit;
import io.patchbay.ui.shell.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One cached token: how long it holds, what it is good for, and the ways to renew or forget it. */
final class TokenRow extends Div {

  private final transient Visit visit;
  private final transient CredentialServices services;
  private final transient Runnable onChanged;
  private final Work work = new Work();
  private boolean isRenewing;

  TokenRow(Visit visit, CredentialServices services, Runnable onChanged) {
    this.visit = visit;
    this.services = services;
    this.onChanged = onChanged;
    addClassName("pb-token-row");
    getElement().setAttribute("role", "row");
    Look.testId("token", this);
  }

  /** Shows a token as it is now. */
  void show(OAuthTokenView token) {
    removeAll();
    getElement().setAttribute("aria-label", token.credential());
    cell("", credential(token));
    cell("", state(token));
    cell("pb-token-left", timeLeft(token));
    cell("", scopes(token));
    cell("", moment(token.obtainedAt(), "never"));
    cell("pb-token-used", moment(token.lastUsedAt(), ""));
    cell("", users(token));
    cell("pb-token-actions", renew(token), forget(token));
  }

  private void cell(String className, Component... content) {
    var cell = Look.div(className, content);
    cell.getElement().setAttribute("role", "cell");
    add(cell);
  }

  private Component credential(OAuthTokenView token) {
    return Look.two(
        Look.link(
            CredentialsTab.path(visit, CredentialsTab.CREDENTIALS, token.credential()),
            Look.span("pb-strong", token.credential())),
        new Span(grant(token.grant())));
  }

  private static String grant(String wire) {
    return switch (wire) {
      case "client_credentials" -> "client credentials";
      case "authorization_code", "refresh_token" -> "authorization code";
      case "password" -> "password";
      default -> wire.endsWith("jwt-bearer") ? "JWT bearer" : wire;
    };
  }

  private Component state(OAuthTokenView token) {
    if (isRenewing) {
      return Badges.state(Icons.LOADER_CIRCLE, "running", "Renewing");
    }
    Span badge = TokenStates.badge(token, services.times().now());
    String error = token.lastError();
    if (error == null) {
      return badge;
    }
    Instant at = token.lastErrorAt();
    String when = at == null ? "" : ", " + services.times().ago(at);
    return Look.title(
        error + when,
        Look.two(badge, Look.span(TokenStates.isBad(token) ? "pb-error-text" : "", error)));
  }

  private Component timeLeft(OAuthTokenView token) {
    Instant until = token.expiresAt();
    Instant since = token.obtainedAt();
    if (until == null || since == null) {
      return Look.span("pb-text-3", since == null ? "" : "until it is refused");
    }
    return Look.title(
        "Until " + services.times().full(until),
        new TimeLeft(since, until, services.times().now(), onChanged));
  }

  private static Component scopes(OAuthTokenView token) {
    String asked = String.join(" ", token.scopes());
    List<String> granted = token.grantedScopes();
    if (granted == null || granted.equals(token.scopes())) {
      return Look.title(asked, Look.span("pb-mono-s pb-ellipsis", asked));
    }
    String given = String.join(" ", granted);
    return Look.title(
        "Asked for: %s\nGranted: %s".formatted(asked, given),
        Look.two(
            Look.span("pb-mono-s pb-ellipsis", given.isEmpty() ? "none" : given),
            Look.span("pb-ellipsis", "asked for " + (asked.isEmpty() ? "none" : asked))));
  }

  private Component moment(@Nullable Instant at, String otherwise) {
    return at == null
        ? Look.span("pb-text-3", otherwise)
        : Look.title(
            services.times().full(at), Look.span("pb-text-2 pb-num", services.times().ago(at)));
  }

  private Component users(OAuthTokenView token) {
    var list = Look.div("pb-token-users");
    for (String api : token.users()) {
      list.add(Look.link(visit.path("apis", api), api));
    }
    return list;
  }

  private Component renew(OAuthTokenView token) {
    if (token.state() == OAuthTokenView.State.SIGN_IN_AGAIN) {
      return Look.link(
          CredentialsTab.path(visit, CredentialsTab.CREDENTIALS, token.credential()),
          "Sign in again");
    }
    var button = Buttons.link("Renew now", () -> renewNow(token));
    button.setEnabled(!isRenewing);
    return visit.needs(Role.EDITOR, Look.testId("renew-token", button));
  }

  private Component forget(OAuthTokenView token) {
    return visit.needs(
        Role.EDITOR,
        Look.testId(
            "forget-token",
            Buttons.icon(
                Icons.TRASH_2, "Forget the token of " + token.credential(), () -> ask(token))));
  }

  /** The token endpoint may be slow, so the page does not wait for it. */
  private void renewNow(OAuthTokenView token) {
    isRenewing = true;
    show(token);
    Access access = visit.access();
    work.start(
        UI.getCurrent(),
        () -> services.tokens().renew(access, token.id()),
        this::renewed,
        e -> {
          isRenewing = false;
          Toasts.error("No new token for '%s'".formatted(token.credential()), Work.sentence(e));
          onChanged.run();
        });
  }

  private void renewed(OAuthTokenView view) {
    isRenewing = false;
    String error = view.lastError();
    Instant until = view.expiresAt();
    if (error == null && view.state() == OAuthTokenView.State.VALID) {
      Toasts.success(
          "New token for '%s'%s"
              .formatted(
                  view.credential(),
                  until == null
                      ? ""
                      : ", good for "
                          + Times.span(Duration.between(services.times().now(), until))));
    } else {
      Toasts.error(
          "No new token for '%s'".formatted(view.credential()), error == null ? "" : error);
    }
    onChanged.run();
  }

  private void ask(OAuthTokenView token) {
    new Confirm(
            "Forget the token of '%s'?".formatted(token.credential()),
            "All nodes forget it at once, and the next call gets another one. The token server is"
                + " not told.",
            "Forget token",
            () -> {
              services.tokens().forget(visit.access(), token.id());
              Toasts.success("Token of '%s' forgotten".formatted(token.credential()));
              onChanged.run();
            })
        .open();
  }
}
