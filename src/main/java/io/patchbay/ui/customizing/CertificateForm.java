package io.patchbay.ui.customizing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.Customization;
import io.patchbay.ui.shell.Look;

/** The form of another client certificate. */
final class CertificateForm {

  private CertificateForm() {}

  static Component of(Edited<Customization.ClientCertificate> edited) {
    var field = new TextField();
    String now = edited.now().certificate();
    field.setValue(now == null ? "" : now);
    field.setAriaLabel("Certificate");
    field.setWidthFull();
    field.setReadOnly(edited.fields().readOnly());
    field.addValueChangeListener(event ->
        edited.change(
            "certificate",
            certificate ->
                new Customization.ClientCertificate(
                    certificate.name(),
                    event.getValue().isBlank() ? null : event.getValue().strip())));
    return FormParts.form(
        FormParts.field(
            edited.fields(), "Certificate", "certificate", Look.testId("cz-certificate", field)));
  }
}
