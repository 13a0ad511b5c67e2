package io.patchbay.ui.environments;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Variables as rows of name and value; a row without a name is not there yet. */
final class VariablesEditor extends Div {

  private record Row(String name, String value) {}

  private final transient Consumer<Map<String, String>> onChange;
  private final boolean mayEdit;
  private final transient List<Row> rows = new ArrayList<>();

  VariablesEditor(
      Map<String, String> variables, boolean mayEdit, Consumer<Map<String, String>> onChange) {
    this.mayEdit = mayEdit;
    this.onChange = onChange;
    variables.forEach((name, value) -> rows.add(new Row(name, value)));
    addClassName("pb-table-block");
    show();
  }

  private void show() {
    removeAll();
    if (rows.isEmpty()) {
      add(
          Look.div(
              "pb-hint",
              new Span("No variables. Expressions see them as env.name, addresses as {name}.")));
    } else {
      var table = Look.div("pb-table pb-table-headers");
      table.add(
          Look.span("pb-table-head", "Variable"),
          Look.span("pb-table-head", "Value"),
          Look.span("pb-table-head", ""));
      for (int i = 0; i < rows.size(); i++) {
        row(table, i);
      }
      add(table);
    }
    if (mayEdit) {
      add(Look.testId("add-variable", Buttons.link("Add variable", this::addOne)));
    }
  }

  private void row(Div table, int index) {
    Row row = rows.get(index);
    var name = field(row.name(), "region", "Name of variable " + (index + 1));
    name.addValueChangeListener(
        event -> set(index, new Row(event.getValue().strip(), rows.get(index).value())));
    var value = field(row.value(), "", "Value of variable " + (index + 1));
    value.addValueChangeListener(
        event -> set(index, new Row(rows.get(index).name(), event.getValue())));
    table.add(name, value);
    if (mayEdit) {
      table.add(Buttons.icon(Icons.TRASH_2, "Delete variable " + row.name(), () -> remove(index)));
    } else {
      table.add(new Span());
    }
  }

  private TextField field(String value, String placeholder, String name) {
    var field = new TextField();
    field.setValue(value);
    field.setPlaceholder(placeholder);
    field.setAriaLabel(name);
    field.setReadOnly(!mayEdit);
    field.addClassNames("pb-cell-field", "pb-mono-field");
    return field;
  }

  private void addOne() {
    rows.add(new Row("", ""));
    show();
  }

  private void remove(int index) {
    rows.remove(index);
    tell();
    show();
  }

  private void set(int index, Row row) {
    rows.set(index, row);
    tell();
  }

  private void tell() {
    var variables = new LinkedHashMap<String, String>();
    rows.stream().filter(r -> !r.name().isEmpty()).forEach(r -> variables.put(r.name(), r.value()));
    onChange.accept(variables);
  }
}
