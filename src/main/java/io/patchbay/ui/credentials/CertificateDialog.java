package io.patchbay.ui.credentials;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.credential.CertificateUpload;
import io.patchbay.credential.CertificateView;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.Visit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes a certificate: reads the files at once and shows what is in them before they are kept. */
@StyleSheet("context://assets/theme/credentials.css")
public final class CertificateDialog extends Dialog {

  private final transient CredentialServices services;
  private final transient Visit visit;
  private final transient @Nullable CertificateView replaced;
  private final transient Consumer<CertificateView> onSaved;
  private final TextField name = new TextField("Name");
  private final CertificateSource source = new CertificateSource(this::read);
  private final Div result = Look.div("pb-certificate-result");
  private final Button save;
  private boolean isNamed;

  private CertificateDialog(
      CredentialServices services,
      Visit visit,
      @Nullable CertificateView replaced,
      Consumer<CertificateView> onSaved) {
    this.services = services;
    this.visit = visit;
    this.replaced = replaced;
    this.onSaved = onSaved;
    addClassNames("pb-dialog", "pb-credential-dialog");
    setWidth("640px");
    setHeaderTitle(replaced == null ? "Add certificate" : "Replace " + replaced.name());
    name.setWidthFull();
    name.setPlaceholder("CRM partner");
    name.setValueChangeMode(ValueChangeMode.EAGER);
    name.addValueChangeListener(event -> isNamed |= event.isFromClient());
    name.setVisible(replaced == null);
    Look.testId("certificate-name", name);
    result.getElement().setAttribute("aria-live", "polite");
    save =
        Buttons.primary(
            replaced == null ? "Add certificate" : "Replace certificate", null, this::save);
    save.setEnabled(false);
    Look.testId("save-certificate", save);
    if (replaced != null) {
      add(
          Look.div(
              "pb-band",
              Icons.INFO.create("pb-i14"),
              new Span(
                  "What uses it goes on with the new one from the next call on. Nothing else has to"
                      + " be changed.")));
    }
    add(
        source,
        result,
        name,
        Look.div(
            "pb-credential-note",
            Icons.LOCK.create("pb-i12"),
            new Span("Keys are encrypted before they are stored and can never be downloaded.")));
    getFooter().add(Buttons.neutral("Cancel", null, this::close), save);
  }

  /** For a new certificate. */
  static CertificateDialog create(
      CredentialServices services, Visit visit, Consumer<CertificateView> onSaved) {
    return new CertificateDialog(services, visit, null, onSaved);
  }

  /** For the successor of a certificate. */
  static CertificateDialog replace(
      CredentialServices services,
      Visit visit,
      CertificateView replaced,
      Consumer<CertificateView> onSaved) {
    return new CertificateDialog(services, visit, replaced, onSaved);
  }

  /** Shows what the files hold, or what is wrong with them. */
  private void read() {
    result.removeAll();
    save.setEnabled(false);
    CertificateUpload upload = source.contents();
    if (upload.files().isEmpty()) {
      return;
    }
    try {
      CertificateView found = services.certificates().preview(visit.access(), upload);
      source.good();
      result.add(
          Look.testId(
              "certificate-preview",
              Look.div(
                  "pb-card pb-certificate-preview",
                  Look.div(
                      "pb-row",
                      Look.span(
                          "pb-strong pb-ellipsis pb-grow",
                          DistinguishedName.commonName(found.subject())),
                      Expiry.badge(found),
                      Look.span("pb-small pb-num pb-text-2", Expiry.words(found.daysLeft()))),
                  new CertificateFacts(found, services.times()))));
      if (replaced != null && replaced.notAfter().isAfter(found.notAfter())) {
        result.add(
            CertificateFacts.warning(
                "It ends before the one that it replaces, which holds until %s."
                    .formatted(services.times().date(replaced.notAfter()))));
      }
      if (!isNamed) {
        name.setValue(proposal(found));
      }
      save.setEnabled(true);
    } catch (InvalidException e) {
      source.mark(e.problems());
    }
  }

  private static String proposal(CertificateView found) {
    return DistinguishedName.commonName(found.subject())
        .replaceAll("[^\\p{L}\\p{N} ._-]", " ")
        .strip();
  }

  private void save() {
    String key = replaced == null ? name.getValue().strip() : replaced.name();
    boolean isTaken =
        replaced == null
            && services.certificates().list(visit.access(), null).stream()
                .anyMatch(c -> c.name().equals(key));
    if (isTaken) {
      FormField.show(name, "There is a certificate '%s' already.".formatted(key));
      return;
    }
    try {
      CertificateView saved = services.certificates().put(visit.access(), key, source.contents());
      close();
      Toasts.success("Certificate '%s' saved".formatted(key));
      onSaved.accept(saved);
    } catch (InvalidException e) {
      e.problems().stream()
          .filter(problem -> problem.where().equals("name"))
          .forEach(problem -> FormField.show(name, problem.message()));
      source.mark(e.problems());
    } catch (ConflictException e) {
      Toasts.error("It was not saved", String.valueOf(e.getMessage()));
    }
  }
}
