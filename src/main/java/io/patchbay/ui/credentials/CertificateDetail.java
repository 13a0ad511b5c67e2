package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.Access.Role;
import io.patchbay.common.ConflictException;
import io.patchbay.credential.CertificateUser;
import io.patchbay.credential.CertificateView;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Confirm;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.Visit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One certificate: how long it holds, what it is, what uses it. */
final class CertificateDetail extends Aside {

  private final transient Visit visit;
  private final transient CredentialServices services;
  private final transient CertificateView certificate;
  private final transient Consumer<@Nullable String> onChanged;

  CertificateDetail(
      Visit visit,
      CredentialServices services,
      CertificateView certificate,
      Consumer<@Nullable String> onChanged,
      Runnable onClose) {
    this.visit = visit;
    this.services = services;
    this.certificate = certificate;
    this.onChanged = onChanged;
    addClassNames("pb-detail", "pb-credential-detail");
    getElement().setAttribute("aria-label", certificate.name());
    Look.testId("certificate-detail", this);
    var title = new H2(certificate.name());
    title.addClassName("pb-subtitle");
    var replace = Buttons.neutral("Replace", Icons.UPLOAD, this::replace);
    add(
        Look.div(
            "pb-row",
            Look.two(title, Look.span("", Expiry.words(certificate.daysLeft()))),
            Look.line(
                "pb-row pb-end",
                visit.needs(Role.EDITOR, Look.testId("replace-certificate", replace)),
                Buttons.icon(Icons.X, "Close", onClose))));
    add(new CertificateFacts(certificate, services.times()));
    add(Look.section("Used by", new Span(String.valueOf(certificate.usedBy().size()))));
    if (certificate.usedBy().isEmpty()) {
      add(Look.div("pb-list-row", Look.span("pb-text-3", "Nothing uses it yet.")));
    }
    certificate.usedBy().forEach(user -> add(user(user)));
    add(
        Look.div(
            "pb-small pb-text-3 pb-spaced",
            new Span(
                "Uploaded %s by %s. The private key is encrypted and cannot be downloaded."
                    .formatted(
                        services.times().ago(certificate.updatedAt()), certificate.updatedBy()))));
    add(
        Look.div(
            "pb-row pb-detail-end",
            visit.needs(
                Role.EDITOR,
                Look.testId(
                    "delete-certificate",
                    Buttons.danger("Delete certificate", Icons.TRASH_2, this::delete)))));
  }

  private Component user(CertificateUser user) {
    var link =
        switch (user.kind()) {
          case API ->
              Look.link(
                  visit.path("apis", user.name()),
                  Icons.PLUG.create("pb-i14"),
                  Look.span("pb-ellipsis", user.name()),
                  Look.span("pb-end", "API"));
          case FLOW ->
              Look.link(
                  visit.path("flows", user.name()),
                  Icons.WORKFLOW.create("pb-i14"),
                  Look.span("pb-ellipsis", user.name()),
                  Look.span("pb-end", "flow"));
          case CREDENTIAL ->
              Look.link(
                  CredentialsTab.path(visit, CredentialsTab.CREDENTIALS, user.name()),
                  Icons.KEY_ROUND.create("pb-i14"),
                  Look.span("pb-ellipsis", user.name()),
                  Look.span("pb-end", "credential"));
        };
    link.addClassNames("pb-list-row", "press", "pb-plain-link");
    return link;
  }

  private void replace() {
    CertificateDialog.replace(services, visit, certificate, saved -> onChanged.accept(saved.name()))
        .open();
  }

  private void delete() {
    if (!certificate.usedBy().isEmpty()) {
      Toasts.error(
          "Certificate '%s' is in use".formatted(certificate.name()),
          "Choose another one at %s first."
              .formatted(
                  certificate.usedBy().stream()
                      .map(CertificateUser::toString)
                      .collect(Collectors.joining(", "))));
      return;
    }
    new Confirm(
            "Delete certificate '%s'?".formatted(certificate.name()),
            "Its private key cannot be brought back. Nothing uses it.",
            "Delete certificate",
            this::deleteNow)
        .open();
  }

  private void deleteNow() {
    try {
      services.certificates().delete(visit.access(), certificate.name());
      Toasts.success("Certificate '%s' deleted".formatted(certificate.name()));
    } catch (ConflictException e) {
      Toasts.error("It was not deleted", String.valueOf(e.getMessage()));
    }
    onChanged.accept(null);
  }
}
