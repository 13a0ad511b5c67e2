package io.patchbay.ui.credentials;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.Access.Role;
import io.patchbay.common.ConflictException;
import io.patchbay.credential.CredentialSettings.OAuth2AuthorizationCode;
import io.patchbay.credential.CredentialView;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Confirm;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Monogram;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.Visit;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One credential: whether it works, what it is, where it goes and what uses it. */
final class CredentialDetail extends Aside {

  private final transient Visit visit;
  private final transient CredentialServices services;
  private final transient CredentialView credential;
  private final transient Consumer<@Nullable String> onChanged;

  CredentialDetail(
      Visit visit,
      CredentialServices services,
      CredentialView credential,
      Consumer<@Nullable String> onChanged,
      Runnable onClose) {
    this.visit = visit;
    this.services = services;
    this.credential = credential;
    this.onChanged = onChanged;
    addClassNames("pb-detail", "pb-credential-detail");
    getElement().setAttribute("aria-label", credential.name());
    Look.testId("credential-detail", this);
    head(onClose);
    failure();
    if (credential.settings() instanceof OAuth2AuthorizationCode) {
      add(
          new ConnectionBlock(
              visit, services, credential.name(), () -> onChanged.accept(credential.name())));
    }
    add(new TestBlock(visit, services, credential));
    add(Look.section("Details"));
    add(new CredentialFacts(credential, visit, services.times()));
    add(Look.section("Used by", new Span(used())));
    add(services.uses().of(visit, credential.name()));
    add(
        Look.div(
            "pb-row pb-detail-end",
            visit.needs(
                Role.EDITOR,
                Look.testId(
                    "delete-credential",
                    Buttons.danger("Delete credential", Icons.TRASH_2, this::delete)))));
  }

  private void head(Runnable onClose) {
    var title = new H2(credential.name());
    title.addClassName("pb-subtitle");
    var change = Buttons.neutral("Change", Icons.PENCIL, this::change);
    add(
        Look.div(
            "pb-row",
            new Monogram(credential.name(), credential.name(), "l"),
            Look.two(title, new Span(CredentialKind.of(credential.settings().kind()).title())),
            Look.line(
                "pb-row pb-end",
                visit.needs(Role.EDITOR, Look.testId("change-credential", change)),
                Buttons.icon(Icons.X, "Close", onClose))));
  }

  private void failure() {
    String failure = credential.lastFailure();
    Instant at = credential.lastFailedAt();
    if (!credential.failing() || at == null) {
      return;
    }
    add(
        Look.div(
            "pb-band error",
            Icons.CIRCLE_X.create("pb-i14"),
            Look.div(
                "pb-col",
                Look.span("pb-strong", "Its last use failed, " + services.times().ago(at)),
                Look.span("pb-break", failure == null ? "" : failure),
                visit.needs(Role.EDITOR, Buttons.link("Replace secret", this::change)))));
  }

  private String used() {
    Instant at = credential.lastUsedAt();
    return at == null ? "never called" : "last call " + services.times().ago(at);
  }

  private void change() {
    CredentialDialog.change(
            services.credentials(), visit, credential, saved -> onChanged.accept(saved.name()))
        .open();
  }

  private void delete() {
    if (!credential.users().isEmpty()) {
      Toasts.error(
          "Credential '%s' is in use".formatted(credential.name()),
          "Choose another one at %s first.".formatted(String.join(", ", credential.users())));
      return;
    }
    new Confirm(
            "Delete credential '%s'?".formatted(credential.name()),
            "Its secret cannot be brought back. No API and no flow uses it.",
            "Delete credential",
            this::deleteNow)
        .open();
  }

  private void deleteNow() {
    try {
      services.credentials().delete(visit.access(), credential.name());
      Toasts.success("Credential '%s' deleted".formatted(credential.name()));
    } catch (ConflictException e) {
      Toasts.error("It was not deleted", String.valueOf(e.getMessage()));
    }
    onChanged.accept(null);
  }
}
