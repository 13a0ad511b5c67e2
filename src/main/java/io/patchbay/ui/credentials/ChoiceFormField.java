package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.select.Select;
import io.patchbay.common.Json;
import io.patchbay.ui.shell.Look;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One of several values; nothing is left out of the document. */
final class ChoiceFormField<T> implements FormField {

  private final String name;
  private final Select<T> field = new Select<>();

  ChoiceFormField(
      String name, String label, List<T> values, ItemLabelGenerator<T> labels, @Nullable T value) {
    this.name = name;
    field.setLabel(label);
    field.setWidthFull();
    field.setItems(values);
    field.setItemLabelGenerator(labels);
    field.setValue(value);
    Look.testId("credential-" + name.replaceAll(".*\\.", "").toLowerCase(Locale.ROOT), field);
  }

  Select<T> field() {
    return field;
  }

  T value() {
    return field.getValue();
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
    T value = field.getValue();
    if (value != null) {
      String text = Json.toTree(value).asString("");
      if (!text.isEmpty()) {
        FormField.put(document, name, text);
      }
    }
  }

  @Override
  public void mark(String where, String message) {
    FormField.show(field, message);
  }
}
