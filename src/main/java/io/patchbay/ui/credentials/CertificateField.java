package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.patchbay.credential.CertificateView;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The client certificate that the token endpoint asks for, and the way to add one. */
final class CertificateField implements FormField {

  private final FormHelp help;
  private final Select<String> field = new Select<>();
  private final Div component;

  CertificateField(@Nullable String value, FormHelp help) {
    this.help = help;
    field.setLabel("Client certificate");
    field.setWidthFull();
    field.setEmptySelectionAllowed(true);
    field.setEmptySelectionCaption("None");
    field.setHelperText("Shown to the token endpoint. APIs choose theirs themselves.");
    Look.testId("credential-certificate", field);
    offer(value);
    component =
        Look.div(
            "pb-certificate-field",
            field,
            Look.testId(
                "add-certificate-here",
                Buttons.link("Add certificate", () -> help.addCertificate(this::added))));
  }

  private void added(CertificateView certificate) {
    offer(certificate.name());
    field.setInvalid(false);
  }

  /** A name that is not there any more is shown all the same. */
  private void offer(@Nullable String value) {
    var names = new ArrayList<>(help.clientCertificates());
    if (value != null && !names.contains(value)) {
      names.add(value);
    }
    field.setItems(names);
    field.setItemLabelGenerator(name -> name == null ? "None" : name);
    field.setValue(value);
  }

  /** Whether one has to be chosen. */
  void setRequired(boolean isRequired) {
    field.setRequiredIndicatorVisible(isRequired);
  }

  @Override
  public String name() {
    return "certificate";
  }

  @Override
  public Component component() {
    return component;
  }

  @Override
  public void write(ObjectNode document) {
    String value = field.getValue();
    if (value != null && !value.isEmpty()) {
      document.put("certificate", value);
    }
  }

  @Override
  public void mark(String where, String message) {
    FormField.show(field, message);
  }
}
