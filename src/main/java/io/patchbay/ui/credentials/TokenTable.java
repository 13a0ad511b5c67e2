package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.credential.CredentialView;
import io.patchbay.http.OAuthTokenService;
import io.patchbay.http.OAuthTokenView;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Monogram;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The cached tokens: how long each holds, and the ways to renew or forget it. */
final class TokenTable extends Div {

  private static final List<String> HEADS =
      List.of("Credential", "APIs", "Scope", "State", "Time left", "Last renewal", "Renewals", "");

  private final transient Visit visit;
  private final transient OAuthTokenService service;
  private final transient Times times;
  private final transient Runnable onChanged;

  TokenTable(
      Visit visit,
      OAuthTokenService service,
      Times times,
      List<CredentialView> credentials,
      List<OAuthTokenView> tokens,
      Runnable onChanged) {
    this.visit = visit;
    this.service = service;
    this.times = times;
    this.onChanged = onChanged;
    addClassName("pb-token-part");
    add(
        Look.section(
            "Tokens", Look.span("pb-text-3", "cached for all nodes, renewed before they expire")));
    var table = Look.div("pb-token-table");
    HEADS.forEach(head -> table.add(Look.span("pb-table-head", head)));
    for (OAuthTokenView token : tokens) {
      List<String> apis =
          credentials.stream()
              .filter(c -> c.name().equals(token.credential()))
              .flatMap(c -> c.usedBy().stream())
              .toList();
      row(table, token, apis);
    }
    add(table);
  }

  private void row(Div table, OAuthTokenView token, List<String> apis) {
    String scopes = String.join(" ", token.scopes());
    Instant obtained = token.obtainedAt();
    String error = token.lastError();
    var state = Look.div("pb-two", TokenStates.badge(token.state()));
    if (error != null) {
      state.add(Look.title(error, Look.span("pb-error-text", error)));
    }
    table.add(
        Look.div(
            "pb-row",
            new Monogram(token.credential(), token.credential(), ""),
            Look.two(Look.span("pb-strong", token.credential()), new Span("client credentials"))),
        Look.span("pb-ellipsis", String.join(", ", apis)),
        Look.title(scopes, Look.span("pb-mono-s pb-ellipsis", scopes)),
        state,
        timeLeft(token),
        Look.span("pb-num pb-text-2", obtained == null ? "never" : times.ago(obtained)),
        Look.span("pb-num", String.valueOf(token.renewals())),
        actions(token));
  }

  private Component timeLeft(OAuthTokenView token) {
    Instant expires = token.expiresAt();
    Instant obtained = token.obtainedAt();
    if (expires == null) {
      return Look.span("pb-text-2", obtained == null ? "" : "does not expire");
    }
    Duration left = Duration.between(times.now(), expires);
    boolean over = left.isNegative() || left.isZero();
    var fill = new Span();
    if (obtained != null && !over) {
      double life = Math.max(1, Duration.between(obtained, expires).toMillis());
      fill.getStyle().set("width", Math.round(100 * Math.min(1, left.toMillis() / life)) + "%");
    } else {
      fill.getStyle().set("width", "0");
    }
    var meter = Look.div("pb-meter pb-grow succeeded", fill);
    meter.getElement().setAttribute("aria-hidden", "true");
    return Look.div(
        "pb-row pb-time-left",
        meter,
        Look.span(
            "pb-num pb-small", over ? Times.span(left.negated()) + " ago" : Times.span(left)));
  }

  private Component actions(OAuthTokenView token) {
    return Look.div(
        "pb-row pb-gap-s",
        visit.needs(
            Role.EDITOR,
            Look.testId("renew-token", Buttons.link("Renew now", () -> renew(token.id())))),
        visit.needs(
            Role.EDITOR,
            Buttons.icon(
                Icons.TRASH_2,
                "Forget this token",
                () -> {
                  service.forget(visit.access(), token.id());
                  Toasts.success("Token forgotten; the next call gets another");
                  onChanged.run();
                })));
  }

  /** The token endpoint may be slow, so the page does not wait for it. */
  private void renew(UUID id) {
    Access access = visit.access();
    UI ui = UI.getCurrent();
    Toasts.success("Asking for a new token");
    Thread.ofVirtual()
        .name("renew token")
        .start(() -> {
          OAuthTokenView view = service.renew(access, id);
          var _ = ui.access(() -> renewed(view));
        });
  }

  private void renewed(OAuthTokenView view) {
    String error = view.lastError();
    if (view.state() == OAuthTokenView.State.VALID) {
      Toasts.success("New token for '%s'".formatted(view.credential()));
    } else {
      Toasts.error("No token for '%s'".formatted(view.credential()), error == null ? "" : error);
    }
    onChanged.run();
  }
}
