package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import io.patchbay.ui.shell.Look;
import tools.jackson.databind.node.ObjectNode;

/** A secret of one line: goes in and never comes out; empty keeps the stored one. */
final class SecretFormField implements FormField {

  static final String STORED = "Stored; leave empty to keep it";

  private final String name;
  private final PasswordField field;
  private final Checkbox remove = new Checkbox("Remove the stored one");

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
    remove.addValueChangeListener(event -> {
      field.setReadOnly(event.getValue());
      field.clear();
    });
    testId("credential-secret");
  }

  /** Offers to do without it from now on. */
  SecretFormField removable(String sentence) {
    field.setHelperComponent(new Div(new Div(sentence), Look.testId("remove-secret", remove)));
    return this;
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
    if (remove.getValue()) {
      document.putNull(name);
    } else if (!field.getValue().isEmpty()) {
      document.put(name, field.getValue());
    }
  }

  @Override
  public void mark(String where, String message) {
    field.setPlaceholder("");
    FormField.show(field, message);
  }
}
