package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.ui.customizing.TextValue;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Fx;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Names and values of headers; a value in braces is an expression. */
final class HeaderRows extends Div {

  private final StepEditor<?> editor;
  private final String field;
  private final Consumer<Map<String, String>> onChange;
  private final List<Row> rows = new ArrayList<>();
  private final Div list = Look.div("pb-dz-headers");

  HeaderRows(
      StepEditor<?> editor,
      String title,
      String field,
      Map<String, String> headers,
      Consumer<Map<String, String>> onChange) {
    this.editor = editor;
    this.field = field;
    this.onChange = onChange;
    addClassName("pb-dz-input");
    getElement().setAttribute("data-field", field);
    Div head = Look.div("pb-field-top", Look.span("pb-strong", title));
    if (!editor.readOnly()) {
      var more = Buttons.link("Add header", () -> addRow("", "").name.focus());
      more.addClassName("pb-end");
      Look.testId("add-header", more);
      head.add(more);
    }
    add(head, list);
    headers.forEach(this::addRow);
  }

  private Row addRow(String name, String value) {
    var row = new Row(name, value);
    rows.add(row);
    list.add(row);
    return row;
  }

  private void tell() {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Row row : rows) {
      String name = row.name.getValue().strip();
      if (!name.isEmpty()) {
        headers.put(name, row.valueText());
      }
    }
    onChange.accept(headers);
  }

  /** One header: its name, and its value as text or expression. */
  private final class Row extends Div {

    private final TextField name = Literal.field("");
    private final TextValue value;

    Row(String headerName, String headerValue) {
      addClassName("pb-dz-header");
      name.setValue(headerName);
      name.setPlaceholder("X-Request-Id");
      name.setAriaLabel("Name of the header");
      name.setReadOnly(editor.readOnly());
      Look.testId("header-name", name);
      value = new TextValue("Value of the header", headerValue, editor, text -> tell());
      var remove = Buttons.icon(Icons.X, "Remove the header", this::remove);
      remove.setVisible(!editor.readOnly());
      var line = new PreviewLine();
      add(Look.div("pb-dz-header-cells", name, value, remove), line);
      name.addValueChangeListener(event -> tell());
      Runnable refresh = () -> show(line);
      editor.onRefresh(refresh);
      refresh.run();
    }

    String valueText() {
      return value.text();
    }

    private void show(PreviewLine line) {
      String header = name.getValue().strip();
      line.show(
          Fx.anyIn(valueText()) ? editor.preview().preview(valueText()) : null,
          null,
          header.isEmpty() ? List.of() : editor.problems(field + "." + header));
    }

    private void remove() {
      rows.remove(this);
      list.remove(this);
      tell();
    }
  }
}
