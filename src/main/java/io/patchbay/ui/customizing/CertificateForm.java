package io.patchbay.ui.customizing;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.patchbay.api.Customization;
import io.patchbay.credential.CertificateService;
import io.patchbay.credential.CertificateUse;
import io.patchbay.credential.CertificateView;
import io.patchbay.ui.shell.Look;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form of another client certificate: one of the workspace, with how long it is good. */
final class CertificateForm extends Div {

  private final Edited<Customization.ClientCertificate> edited;
  private final Div about = Look.div("pb-cz-hint");

  CertificateForm(Edited<Customization.ClientCertificate> edited, CertificateService certificates) {
    this.edited = edited;
    addClassName("pb-cz-form");
    String name = edited.now().certificate();
    List<CertificateView> all =
        certificates.list(edited.visit().access(), null).stream()
            .filter(view -> view.use() == CertificateUse.CLIENT)
            .toList();
    Optional<CertificateView> now =
        all.stream().filter(view -> view.name().equals(name)).findFirst();
    var field = new ComboBox<CertificateView>();
    field.setItems(all);
    field.setItemLabelGenerator(CertificateView::name);
    field.setRenderer(
        new ComponentRenderer<>(
            view -> Look.two(new Span(view.name()), new Span(ExpiryWords.of(view.daysLeft())))));
    field.setPlaceholder(all.isEmpty() ? "None yet, upload one" : "Choose a certificate");
    field.setAriaLabel("Certificate");
    field.setClearButtonVisible(true);
    field.setWidthFull();
    field.setReadOnly(edited.fields().readOnly());
    now.ifPresent(field::setValue);
    field.addValueChangeListener(event -> choose(event.getValue()));
    Look.testId("cz-certificate", field);
    show(now.orElse(null), name);
    add(
        FormParts.field(edited.fields(), "Certificate", "certificate", field),
        about,
        Look.link(
            edited.visit().path("credentials") + "?tab=certificates",
            new Span("Certificates of the workspace")));
  }

  private void choose(@Nullable CertificateView view) {
    edited.change(
        "certificate",
        now -> new Customization.ClientCertificate(now.name(), view == null ? null : view.name()));
    show(view, null);
  }

  private void show(@Nullable CertificateView view, @Nullable String missing) {
    about.removeAll();
    if (view != null) {
      String tone = view.expiryLevel() == null ? "" : "pb-warning-text";
      about.add(
          Look.span(tone, "%s, %s".formatted(view.subject(), ExpiryWords.of(view.daysLeft()))));
    } else if (missing != null) {
      about.add(
          Look.span(
              "pb-error-text", "There is no client certificate '%s' here.".formatted(missing)));
    }
    about.setVisible(about.getComponentCount() > 0);
  }
}
