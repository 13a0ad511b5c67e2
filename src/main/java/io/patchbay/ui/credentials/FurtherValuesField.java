package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Further keys of an API that wants several: a name for each, and its secret. */
final class FurtherValuesField implements FormField {

  private final List<Value> rows = new ArrayList<>();
  private final Div place = Look.div("pb-rows");
  private final Div component;

  FurtherValuesField(List<String> names) {
    component =
        Look.div(
            "pb-rows-field",
            Look.div(
                "pb-rows-head",
                Look.span("pb-rows-label", "Further keys"),
                Look.testId(
                    "add-values", Buttons.link("Add a key", () -> row("", false).name().focus()))),
            place,
            Look.span(
                "pb-rows-help",
                "For APIs that want several, such as an application key beside an API key. The API"
                    + " says in which header each is sent, by its name here."));
    component.getElement().setAttribute("role", "group");
    component.getElement().setAttribute("aria-label", "Further keys");
    names.forEach(name -> row(name, true));
  }

  private Value row(String name, boolean isStored) {
    var nameField = new TextField();
    nameField.setWidthFull();
    nameField.setValue(name);
    nameField.setPlaceholder("appKey");
    nameField.setAriaLabel("Name of key %d".formatted(rows.size() + 2));
    nameField.addClassName("pb-mono-field");
    Look.testId("further-name", nameField);
    var secret = new PasswordField();
    secret.setWidthFull();
    secret.setPlaceholder(isStored ? SecretFormField.STORED : "Key");
    secret.setAriaLabel("Key %d".formatted(rows.size() + 2));
    secret.getElement().setProperty("autocomplete", "new-password");
    Look.testId("further-secret", secret);
    var value = new Value(nameField, secret);
    rows.add(value);
    var row = Look.div("pb-rows-row", nameField, secret);
    row.add(
        Buttons.icon(
            Icons.X,
            "Remove this key",
            () -> {
              rows.remove(value);
              place.remove(row);
            }));
    place.add(row);
    return value;
  }

  @Override
  public String name() {
    return "values";
  }

  @Override
  public Component component() {
    return component;
  }

  private List<Value> filled() {
    return rows.stream()
        .filter(row -> !row.key().isEmpty() || !row.secret().getValue().isEmpty())
        .toList();
  }

  @Override
  public void write(ObjectNode document) {
    var names = document.putArray("values");
    for (Value row : filled()) {
      names.add(row.key());
      if (!row.secret().getValue().isEmpty() && !document.has(row.key())) {
        document.put(row.key(), row.secret().getValue());
      }
    }
  }

  @Override
  public boolean owns(String where) {
    return FormField.super.owns(where)
        || rows.stream().anyMatch(row -> !row.key().isEmpty() && row.key().equals(where));
  }

  @Override
  public void mark(String where, String message) {
    List<Value> filled = filled();
    for (int i = 0; i < filled.size(); i++) {
      if (where.equals("values[%d]".formatted(i))) {
        FormField.show(filled.get(i).name(), message);
      } else if (where.equals(filled.get(i).key())) {
        FormField.show(filled.get(i).secret(), message);
      }
    }
  }

  private record Value(TextField name, PasswordField secret) {

    String key() {
      return name.getValue().strip();
    }
  }
}
