package io.patchbay.ui.apis;

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

/** Headers as rows of name and value; a row without a name is not there yet. */
final class HeadersEditor extends Div {

  private record Row(String name, String value) {}

  private final transient Consumer<Map<String, String>> onChange;
  private final String hint;
  private final transient List<Row> rows = new ArrayList<>();

  HeadersEditor(String hint, Map<String, String> headers, Consumer<Map<String, String>> onChange) {
    this.hint = hint;
    this.onChange = onChange;
    headers.forEach((name, value) -> rows.add(new Row(name, value)));
    addClassName("pb-table-block");
    show();
  }

  private void show() {
    removeAll();
    add(
        Look.section(
            "Headers", Look.testId("add-header", Buttons.link("Add header", this::addOne))));
    add(Look.div("pb-hint", new Span(hint)));
    if (!rows.isEmpty()) {
      var table = Look.div("pb-table pb-table-headers");
      table.add(
          Look.span("pb-table-head", "Name"),
          Look.span("pb-table-head", "Value"),
          Look.span("pb-table-head", ""));
      for (int i = 0; i < rows.size(); i++) {
        row(table, i);
      }
      add(table);
    }
  }

  private void row(Div table, int index) {
    Row row = rows.get(index);
    var name = field(row.name(), "X-Request-Id", "Name of header " + (index + 1));
    name.addValueChangeListener(
        event -> set(index, new Row(event.getValue().strip(), rows.get(index).value())));
    var value = field(row.value(), "Text or {{ expression }}", "Value of header " + (index + 1));
    value.addValueChangeListener(
        event -> set(index, new Row(rows.get(index).name(), event.getValue())));
    table.add(
        name,
        value,
        Buttons.icon(
            Icons.TRASH_2,
            "Delete header " + row.name(),
            () -> {
              rows.remove(index);
              tell();
              show();
            }));
  }

  private static TextField field(String value, String placeholder, String name) {
    var field = new TextField();
    field.setValue(value);
    field.setPlaceholder(placeholder);
    field.setAriaLabel(name);
    field.addClassNames("pb-cell-field", "pb-mono-field");
    return field;
  }

  private void addOne() {
    rows.add(new Row("", ""));
    show();
  }

  private void set(int index, Row row) {
    rows.set(index, row);
    tell();
  }

  private void tell() {
    var headers = new LinkedHashMap<String, String>();
    rows.stream().filter(r -> !r.name().isEmpty()).forEach(r -> headers.put(r.name(), r.value()));
    onChange.accept(headers);
  }
}
