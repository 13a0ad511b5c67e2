package io.patchbay.ui.apis;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.Parameter;
import io.patchbay.api.Parameter.In;
import io.patchbay.api.ParameterParts;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Toasts;
import java.util.List;
import java.util.function.Consumer;

/** The parameters of a method, one row each, edited in place. */
final class ParametersEditor extends Div {

  private final transient Consumer<List<Parameter>> onChange;
  private transient List<Parameter> parameters;

  ParametersEditor(List<Parameter> parameters, Consumer<List<Parameter>> onChange) {
    this.parameters = parameters;
    this.onChange = onChange;
    addClassName("pb-table-block");
    show();
  }

  private void show() {
    removeAll();
    add(
        Look.section(
            "Parameters",
            Look.testId("add-parameter", Buttons.link("Add parameter", this::addOne))));
    if (parameters.isEmpty()) {
      add(
          Look.div(
              "pb-hint",
              new Span("None. Write {name} in the path, or add one for the query or a header.")));
      return;
    }
    var table = Look.div("pb-table pb-table-parameters");
    table.getElement().setAttribute("role", "table");
    for (String head : List.of("Name", "In", "Type", "Required", "Default", "Secret", "")) {
      table.add(Look.span("pb-table-head", head));
    }
    for (int i = 0; i < parameters.size(); i++) {
      row(table, i, parameters.get(i));
    }
    add(table);
  }

  private void row(Div table, int index, Parameter parameter) {
    boolean inPath = parameter.in() == In.PATH;
    table.add(
        name(index, parameter, inPath),
        in(index, parameter, inPath),
        type(index, parameter),
        required(index, parameter, inPath),
        defaultValue(index, parameter),
        redacted(index, parameter),
        inPath
            ? new Span()
            : Buttons.icon(
                Icons.TRASH_2, "Delete parameter " + parameter.name(), () -> deleteOne(index)));
  }

  private TextField name(int index, Parameter parameter, boolean inPath) {
    var field = new TextField();
    field.setValue(parameter.name());
    field.setAriaLabel("Name of parameter " + (index + 1));
    field.addClassNames("pb-cell-field", "pb-mono-field");
    field.setReadOnly(inPath);
    field.addValueChangeListener(
        event -> set(index, parts -> parts.name = event.getValue().strip()));
    return field;
  }

  private Select<In> in(int index, Parameter parameter, boolean inPath) {
    var select = new Select<In>();
    select.setItems(inPath ? List.of(In.PATH) : List.of(In.QUERY, In.HEADER, In.COOKIE));
    select.setItemLabelGenerator(In::word);
    select.setValue(parameter.in());
    select.setAriaLabel("Where " + parameter.name() + " travels");
    select.addClassName("pb-cell-field");
    select.setReadOnly(inPath);
    select.addValueChangeListener(event -> set(index, parts -> parts.in = event.getValue()));
    return select;
  }

  private Select<String> type(int index, Parameter parameter) {
    var select = new Select<String>();
    select.setItems(SchemaTypes.ALL);
    select.setValue(SchemaTypes.of(parameter.schema()));
    select.setAriaLabel("Type of " + parameter.name());
    select.addClassName("pb-cell-field");
    select.addValueChangeListener(event ->
        set(index, parts -> parts.schema = SchemaTypes.set(parts.schema, event.getValue())));
    return select;
  }

  private Checkbox required(int index, Parameter parameter, boolean inPath) {
    var box = new Checkbox(parameter.required());
    box.setAriaLabel(parameter.name() + " is required");
    box.setEnabled(!inPath);
    box.addValueChangeListener(event -> set(index, parts -> parts.required = event.getValue()));
    return box;
  }

  private TextField defaultValue(int index, Parameter parameter) {
    var field = new TextField();
    field.setValue(SchemaTypes.text(parameter.defaultValue()));
    field.setPlaceholder("none");
    field.setAriaLabel("Default of " + parameter.name());
    field.addClassNames("pb-cell-field", "pb-mono-field");
    field.addValueChangeListener(event ->
        set(
            index,
            parts ->
                parts.defaultValue =
                    SchemaTypes.value(SchemaTypes.of(parts.schema), event.getValue().strip())));
    return field;
  }

  private Checkbox redacted(int index, Parameter parameter) {
    var box = new Checkbox(parameter.redacted());
    box.setAriaLabel("Keep " + parameter.name() + " out of the history");
    box.setTooltipText("Its value is kept out of logs and history.");
    box.addValueChangeListener(event -> set(index, parts -> parts.redacted = event.getValue()));
    return box;
  }

  private void set(int index, Consumer<ParameterParts> change) {
    parameters = Texts.with(parameters, index, parameters.get(index).with(change));
    onChange.accept(parameters);
  }

  private void addOne() {
    String name = "param" + (parameters.size() + 1);
    parameters = Texts.plus(parameters, Parameter.of(name, In.QUERY));
    onChange.accept(parameters);
    show();
  }

  private void deleteOne(int index) {
    List<Parameter> before = parameters;
    parameters = Texts.without(parameters, index);
    onChange.accept(parameters);
    show();
    Toasts.undo(
        "Parameter %s deleted".formatted(before.get(index).name()),
        () -> {
          parameters = before;
          onChange.accept(before);
          show();
        });
  }
}
