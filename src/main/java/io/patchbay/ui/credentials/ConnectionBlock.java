package io.patchbay.ui.credentials;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.Access.Role;
import io.patchbay.http.ConnectionView;
import io.patchbay.http.ConnectionView.State;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Block;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Confirm;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.Visit;
import io.patchbay.ui.shell.Watch;
import java.time.Instant;
import java.util.Objects;

/**
 * Whether somebody consented at the provider, and the way to. The provider's page opens in a window
 * of its own; this one looks every other second until that is done.
 */
final class ConnectionBlock extends Div {

  private static final int LOOK_MS = 1_500;

  /** Opened by the click itself, so that browsers do not take it for a pop-up nobody asked for. */
  private static final String OPEN_WINDOW =
      """
      this.addEventListener('click', () => {
        if (this.disabled) return;
        const opened = window.open('about:blank', 'patchbay-connect', 'popup,width=640,height=760');
        if (opened) opened.opener = null;
        window.patchbayConnect = opened;
      }, true)\
      """;

  private static final String GO =
      "if (window.patchbayConnect) window.patchbayConnect.location = $0";

  private final transient Visit visit;
  private final transient CredentialServices services;
  private final String credential;
  private final transient Runnable onChanged;
  private final transient Watch watch;
  private final transient ConnectionView shown;
  private boolean isWaiting;

  ConnectionBlock(Visit visit, CredentialServices services, String credential, Runnable onChanged) {
    this.visit = visit;
    this.services = services;
    this.credential = credential;
    this.onChanged = onChanged;
    this.shown = services.connections().connection(visit.access(), credential);
    this.watch = new Watch(this, LOOK_MS, this::lookAgain);
    addAttachListener(event -> {
      if (!isWaiting) {
        watch.stop();
      }
    });
    Look.testId("connection", this);
    show("");
  }

  private void show(String link) {
    removeAll();
    var body = Look.div("pb-block-body pb-col pb-connection");
    body.getElement().setAttribute("aria-live", "polite");
    Instant at = shown.connectedAt();
    if (at != null && shown.state() == State.CONNECTED) {
      body.add(
          Look.title(
              services.times().full(at),
              Look.span("", "By %s, %s".formatted(shown.connectedBy(), services.times().ago(at)))));
    }
    if (!shown.scopes().isEmpty()) {
      body.add(Look.span("pb-mono-s pb-break pb-text-2", String.join(" ", shown.scopes())));
    }
    String reason = shown.reason();
    if (reason != null) {
      body.add(Look.span("pb-error-text pb-break", reason));
    }
    if (shown.state() == State.NOT_CONNECTED && !isWaiting) {
      body.add(
          Look.span(
              "pb-text-2",
              "Somebody has to sign in at the provider and consent once. Calls get their tokens by"
                  + " themselves from then on."));
    }
    if (isWaiting) {
      body.add(waiting(link));
    }
    body.add(actions());
    add(new Block("Connection", body).end(badge()));
  }

  private Span badge() {
    return switch (shown.state()) {
      case CONNECTED -> Badges.state(Icons.CIRCLE_CHECK, "succeeded", "Connected");
      case SIGN_IN_AGAIN -> Badges.state(Icons.CIRCLE_X, "failed", "Sign in again");
      case NOT_CONNECTED -> Badges.state(Icons.CIRCLE_DASHED, "queued", "Not connected");
    };
  }

  private static Div waiting(String link) {
    var anchor = new Anchor(link, "Open the provider's page here");
    anchor.setTarget("_blank");
    anchor.getElement().setAttribute("rel", "noopener");
    Look.testId("connect-link", anchor);
    return Look.div(
        "pb-col",
        Badges.state(Icons.LOADER_CIRCLE, "running", "Waiting for you in the other window"),
        Look.line("pb-small pb-text-3", new Span("No window came up? "), anchor));
  }

  private Div actions() {
    boolean isFirst = shown.state() == State.NOT_CONNECTED;
    Button connect =
        shown.state() == State.CONNECTED
            ? Buttons.neutral("Connect again", Icons.EXTERNAL_LINK, this::connect)
            : Buttons.primary(
                isFirst ? "Connect" : "Connect again", Icons.EXTERNAL_LINK, this::connect);
    connect.getElement().executeJs(OPEN_WINDOW);
    var row =
        Look.div("pb-row pb-gap-s", visit.needs(Role.EDITOR, Look.testId("connect", connect)));
    if (!isFirst) {
      row.add(
          visit.needs(
              Role.EDITOR,
              Look.testId(
                  "disconnect", Buttons.quiet("Disconnect", Icons.UNLINK, this::disconnect))));
    }
    return row;
  }

  private void connect() {
    String link = services.connections().link(visit.access(), credential).toString();
    getElement().executeJs(GO, link);
    isWaiting = true;
    show(link);
    watch.start();
  }

  private void lookAgain() {
    ConnectionView now = services.connections().connection(visit.access(), credential);
    if (now.state() == shown.state() && Objects.equals(now.connectedAt(), shown.connectedAt())) {
      return;
    }
    watch.stop();
    if (now.state() == State.CONNECTED) {
      Toasts.success("Credential '%s' is connected".formatted(credential));
    }
    onChanged.run();
  }

  private void disconnect() {
    new Confirm(
            "Disconnect '%s'?".formatted(credential),
            "Its consent and tokens are forgotten, and calls fail until somebody connects it again."
                + " Nothing is sent to the provider.",
            "Disconnect",
            () -> {
              services.connections().disconnect(visit.access(), credential);
              onChanged.run();
            })
        .open();
  }
}
