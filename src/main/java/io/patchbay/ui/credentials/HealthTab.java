package io.patchbay.ui.credentials;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.Access.Role;
import io.patchbay.credential.CredentialService;
import io.patchbay.credential.CredentialView;
import io.patchbay.http.OAuthTokenService;
import io.patchbay.http.OAuthTokenView;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Visit;
import java.util.List;

/** What needs somebody first, then all cached tokens. */
final class HealthTab extends Div {

  HealthTab(
      Visit visit,
      OAuthTokenService service,
      CredentialService credentials,
      Times times,
      List<CredentialView> all,
      List<OAuthTokenView> tokens,
      Runnable onChanged) {
    addClassName("pb-scroll");
    List<CredentialView> failing = all.stream().filter(CredentialView::failing).toList();
    if (!failing.isEmpty()) {
      var cards = Look.div("pb-attention");
      failing.forEach(c -> cards.add(card(visit, credentials, times, c, onChanged)));
      add(cards);
    }
    if (tokens.isEmpty()) {
      add(
          new EmptyState(
              "No tokens yet",
              "OAuth tokens that calls got are cached for all nodes and renewed before they"
                  + " expire. They show up here."));
    } else {
      add(new TokenTable(visit, service, times, all, tokens, onChanged));
    }
  }

  private static Div card(
      Visit visit,
      CredentialService credentials,
      Times times,
      CredentialView credential,
      Runnable onChanged) {
    String failure = credential.lastFailure();
    var since = credential.lastFailedAt();
    var replace =
        Buttons.primary(
            "Replace secret",
            null,
            () ->
                CredentialDialog.change(credentials, visit, credential, saved -> onChanged.run())
                    .open());
    return Look.div(
        "pb-card pb-attention-card",
        Look.line("pb-mono-tile l pb-failed-tile", Icons.KEY_ROUND.create()),
        Look.div(
            "pb-col",
            Look.span("pb-strong", credential.name() + " does not work"),
            new Span(
                (failure == null ? "Its last use failed" : failure)
                    + (since == null ? "" : ", " + times.ago(since))),
            Look.div("pb-row pb-spaced", visit.needs(Role.EDITOR, replace))));
  }
}
