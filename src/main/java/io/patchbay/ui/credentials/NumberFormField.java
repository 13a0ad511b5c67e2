package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.IntegerField;
import io.patchbay.ui.shell.Look;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A whole number; left out of the document while it is empty. */
final class NumberFormField implements FormField {

  private final String name;
  private final IntegerField field;

  NumberFormField(String name, String label, @Nullable Integer value, int usual) {
    this.name = name;
    this.field = new IntegerField(label);
    field.setWidthFull();
    field.setValue(value);
    field.setPlaceholder(String.valueOf(usual));
    Look.testId("credential-" + name.toLowerCase(Locale.ROOT), field);
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
    Integer value = field.getValue();
    if (value != null) {
      document.put(name, value);
    }
  }

  @Override
  public void mark(String where, String message) {
    FormField.show(field, message);
  }
}
