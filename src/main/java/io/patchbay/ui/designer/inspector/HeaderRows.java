package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.ui.designer.editing.Fx;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.CodeEditor;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Names and values of headers; a value in braces is an expression. */
final class HeaderRows extends Div {

  private static final int PAUSE_MS = 300;

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
    private final CodeEditor value = new CodeEditor(CodeEditor.Mode.JSONATA);
    private final TextField text = Literal.field("");
    private final PreviewLine line = new PreviewLine();
    private boolean fx;

    Row(String headerName, String headerValue) {
      addClassName("pb-dz-header");
      fx = Fx.is(headerValue);
      name.setValue(headerName);
      name.setPlaceholder("X-Request-Id");
      name.setAriaLabel("Name of the header");
      Look.testId("header-name", name);
      text.setValue(fx ? "" : headerValue);
      text.setPlaceholder("Value, or = for an expression");
      text.setAriaLabel("Value of the header");
      text.setValueChangeMode(ValueChangeMode.LAZY);
      text.setValueChangeTimeout(PAUSE_MS);
      value.setValue(fx ? Fx.source(headerValue) : "");
      value.setAriaName("Expression of the header");
      value.setCompletions(editor.completions());
      name.setReadOnly(editor.readOnly());
      text.setReadOnly(editor.readOnly());
      value.setReadOnly(editor.readOnly());
      var remove = Buttons.icon(Icons.X, "Remove the header", this::remove);
      remove.setVisible(!editor.readOnly());
      add(Look.div("pb-dz-header-cells", name, text, value, remove), line);
      name.addValueChangeListener(event -> tell());
      value.addValueChangeListener(event -> changed(event.isFromClient()));
      text.addValueChangeListener(event -> typed(event.isFromClient()));
      editor.onRefresh(this::refresh);
      show();
      refresh();
    }

    String valueText() {
      return fx ? Fx.text(value.getValue()) : text.getValue();
    }

    private void typed(boolean fromClient) {
      if (fromClient && text.getValue().startsWith("=")) {
        fx = true;
        value.setValue(text.getValue().substring(1).strip());
        text.setValue("");
        show();
        value.focus();
      }
      changed(fromClient);
    }

    private void changed(boolean fromClient) {
      if (fromClient) {
        if (fx && value.getValue().isBlank()) {
          fx = false;
          show();
        }
        tell();
      }
    }

    private void show() {
      text.setVisible(!fx);
      value.setVisible(fx);
    }

    private void refresh() {
      String header = name.getValue().strip();
      boolean evaluated = Fx.anyIn(valueText());
      line.show(
          evaluated ? editor.preview().preview(valueText()) : null,
          null,
          header.isEmpty() ? List.of() : editor.problems(field + "." + header));
      if (fx) {
        value.setCompletions(editor.completions());
      }
    }

    private void remove() {
      rows.remove(this);
      list.remove(this);
      tell();
    }
  }
}
