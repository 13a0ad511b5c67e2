package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.ui.shell.Look;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One line of text; left out of the document while it is empty. */
final class TextFormField implements FormField {

  private final String name;
  private final TextField field;

  TextFormField(String name, String label, @Nullable String value) {
    this.name = name;
    this.field = new TextField(label);
    field.setWidthFull();
    field.setValue(value == null ? "" : value);
    Look.testId("credential-" + name.replaceAll(".*\\.", "").toLowerCase(Locale.ROOT), field);
  }

  /** Shows what it may look like. */
  TextFormField like(String example) {
    field.setPlaceholder(example);
    return this;
  }

  /** Explains it in a line below. */
  TextFormField help(String sentence) {
    field.setHelperText(sentence);
    return this;
  }

  /** For what a machine reads. */
  TextFormField mono() {
    field.addClassName("pb-mono-field");
    return this;
  }

  TextField field() {
    return field;
  }

  String value() {
    return field.getValue().strip();
  }

  void set(String value) {
    field.setValue(value);
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
    if (!value().isEmpty()) {
      FormField.put(document, name, value());
    }
  }

  @Override
  public void mark(String where, String message) {
    FormField.show(field, message);
  }
}
