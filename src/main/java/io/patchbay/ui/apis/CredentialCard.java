package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.Access.Role;
import io.patchbay.credential.CredentialView;
import io.patchbay.http.OAuthTokenView;
import io.patchbay.ui.credentials.CredentialDialog;
import io.patchbay.ui.credentials.TokenStates;
import io.patchbay.ui.shell.Block;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Visit;
import java.time.Instant;
import java.util.List;

/** What is known of the credential of an API, and the way to replace its secret. */
final class CredentialCard extends Div {

  CredentialCard(Visit visit, CredentialView view, EditorParts parts, Runnable onChanged) {
    addClassName("pb-spaced");
    var table = Look.div("pb-kv");
    entry(
        table,
        "May be sent to",
        view.origins().isEmpty()
            ? Look.span("pb-text-3", "bound when the API is saved")
            : Look.mono(String.join(", ", view.origins())));
    Instant used = view.lastUsedAt();
    entry(table, "Last used", new Span(used == null ? "never" : parts.times().ago(used)));
    String failure = view.lastFailure();
    if (view.failing() && failure != null) {
      entry(table, "Last failure", Look.span("pb-error-text", failure));
    }
    List<OAuthTokenView> tokens =
        parts.tokens().list(visit.access()).stream()
            .filter(token -> token.credential().equals(view.name()))
            .toList();
    for (OAuthTokenView token : tokens) {
      Instant expires = token.expiresAt();
      entry(
          table,
          "Token",
          Look.row(
              TokenStates.badge(token.state()),
              Look.span(
                  "pb-text-3 pb-small",
                  expires == null
                      ? ""
                      : expires.isAfter(parts.times().now())
                          ? "until " + parts.times().moment(expires)
                          : "since " + parts.times().moment(expires))));
    }
    add(
        new Block(view.name(), Look.div("pb-block-body", table))
            .end(
                visit.needs(
                    Role.EDITOR,
                    Buttons.neutral(
                        "Replace secret",
                        Icons.KEY_ROUND,
                        () ->
                            CredentialDialog.change(
                                    parts.credentials(), visit, view, saved -> onChanged.run())
                                .open()))));
  }

  private static void entry(Div table, String name, Component value) {
    table.add(new Span(name), value);
  }
}
