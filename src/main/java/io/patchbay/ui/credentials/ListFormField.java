package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.common.Json;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Several addresses, one in a row; empty rows do not count. */
final class ListFormField implements FormField {

  private final String name;
  private final String label;
  private final String example;
  private final List<TextField> rows = new ArrayList<>();
  private final Div place = Look.div("pb-rows");
  private final Div component;

  ListFormField(String name, String label, String example, List<String> values, String help) {
    this.name = name;
    this.label = label;
    this.example = example;
    this.component =
        Look.div(
            "pb-rows-field",
            Look.div(
                "pb-rows-head",
                Look.span("pb-rows-label", label),
                Look.testId("add-" + name, Buttons.link("Add", () -> row("").focus()))),
            place,
            Look.span("pb-rows-help", help));
    component.getElement().setAttribute("role", "group");
    component.getElement().setAttribute("aria-label", label);
    values.forEach(this::row);
    if (values.isEmpty()) {
      row("");
    }
  }

  private TextField row(String value) {
    var field = new TextField();
    field.setWidthFull();
    field.setValue(value);
    field.setPlaceholder(example);
    field.setAriaLabel("%s, %d".formatted(label, rows.size() + 1));
    field.addClassName("pb-mono-field");
    Look.testId("credential-" + name, field);
    rows.add(field);
    var row = Look.div("pb-rows-row", field);
    row.add(Buttons.icon(Icons.X, "Remove this line", () -> remove(row, field)));
    place.add(row);
    return field;
  }

  private void remove(Div row, TextField field) {
    place.remove(row);
    rows.remove(field);
    if (rows.isEmpty()) {
      row("");
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Component component() {
    return component;
  }

  /** The rows that are filled in. */
  private List<TextField> filled() {
    return rows.stream().filter(field -> !field.getValue().isBlank()).toList();
  }

  @Override
  public void write(ObjectNode document) {
    document.set(
        name, Json.toTree(filled().stream().map(field -> field.getValue().strip()).toList()));
  }

  @Override
  public void mark(String where, String message) {
    String digits = where.replaceAll("\\D", "");
    List<TextField> filled = filled();
    int index = digits.isEmpty() || digits.length() > 4 ? 0 : Integer.parseInt(digits);
    FormField.show(index < filled.size() ? filled.get(index) : rows.getFirst(), message);
  }
}
