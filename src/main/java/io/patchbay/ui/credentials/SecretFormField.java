package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.PasswordField;
import io.patchbay.ui.shell.Look;
import tools.jackson.databind.node.ObjectNode;

/** A secret of one line: goes in and never comes out; empty keeps the stored one. */
final class SecretFormField implements FormField {

  static final String STORED = "Stored; leave empty to keep it";

  private final String name;
  private final PasswordField field;

  /**
   * A secret.
   *
   * @param isStored whether there is one already
   */
  SecretFormField(String name, String label, boolean isStored) {
    this.name = name;
    this.field = new PasswordField(label);
    field.setWidthFull();
    field.setPlaceholder(isStored ? STORED : "");
    field.getElement().setProperty("autocomplete", "new-password");
    testId("credential-secret");
  }

  SecretFormField testId(String id) {
    Look.testId(id, field);
    return this;
  }

  SecretFormField help(String sentence) {
    field.setHelperText(sentence);
    return this;
  }

  PasswordField field() {
    return field;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Component component() {
    return field;
  }

  @Override
  public void write(ObjectNode document) {
    if (!field.getValue().isEmpty()) {
      document.put(name, field.getValue());
    }
  }

  @Override
  public void mark(String where, String message) {
    field.setPlaceholder("");
    FormField.show(field, message);
  }
}
