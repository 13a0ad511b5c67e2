package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.Parameter;
import io.patchbay.api.Parameter.In;
import io.patchbay.api.ParameterParts;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.EditedList;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The parameters of a method, a line each; a line opens to all that can be said of it. */
final class ParametersEditor extends Div {

  private static final int NONE = -1;

  private final transient ApiDraft draft;
  private final transient EditedList<Parameter> parameters;
  private int open = NONE;

  ParametersEditor(ApiDraft draft, List<Parameter> parameters, Consumer<List<Parameter>> onChange) {
    this.draft = draft;
    this.parameters = new EditedList<>(parameters, onChange, this::show);
    addClassName("pb-table-block");
    show();
  }

  private void show() {
    removeAll();
    add(
        Look.section(
            "Parameters",
            Look.testId(
                "add-parameter",
                EditRights.of(draft, Buttons.link("Add parameter", this::addOne)))));
    if (parameters.isEmpty()) {
      add(
          Look.div(
              "pb-hint",
              new Span("None. Write {name} in the path, or add one for the query or a header.")));
      return;
    }
    var head = Look.div("pb-parameter-row head");
    for (String title : List.of("Name", "In", "Type", "Required", "Default", "")) {
      head.add(Look.span("pb-table-head", title));
    }
    add(head);
    for (int i = 0; i < parameters.size(); i++) {
      add(line(i));
      if (i == open) {
        int index = i;
        var form =
            new ParameterForm(
                draft, i + 1, parameters.get(i), change -> set(index, change), this::show);
        form.setEnabled(draft.mayEdit());
        add(form);
      }
    }
  }

  private Div line(int index) {
    Parameter parameter = parameters.get(index);
    var line = Look.div("pb-parameter-row");
    line.setClassName("chosen", index == open);
    var required = new Checkbox(parameter.required());
    required.setAriaLabel(parameter.name() + " is required");
    required.setEnabled(parameter.in() != In.PATH && draft.mayEdit());
    required.addValueChangeListener(event -> {
      set(index, parts -> parts.required = event.getValue());
      show();
    });
    line.add(
        name(index, parameter),
        new Span(parameter.in().word()),
        Look.span("pb-ellipsis", type(parameter.schema())),
        required,
        defaultValue(parameter.defaultValue()),
        parameter.in() == In.PATH || !draft.mayEdit()
            ? new Span()
            : Buttons.icon(
                Icons.TRASH_2, "Delete parameter " + parameter.name(), () -> deleteOne(index)));
    return line;
  }

  private Component name(int index, Parameter parameter) {
    var cell = Look.line("pb-parameter-name");
    var name = new NativeButton(parameter.name());
    name.addClassNames("pb-schema-label", "pb-mono", "pb-ellipsis");
    name.getElement().setAttribute("aria-expanded", String.valueOf(index == open));
    if (parameter.description() != null) {
      Look.title(parameter.description(), name);
    }
    name.addClickListener(event -> {
      open = open == index ? NONE : index;
      show();
    });
    cell.add((index == open ? Icons.CHEVRON_DOWN : Icons.CHEVRON_RIGHT).create("pb-i12"), name);
    if (parameter.deprecated()) {
      cell.add(Badges.tag("", "old"));
    }
    if (parameter.redacted()) {
      cell.add(
          Look.title(
              "Kept out of logs and history", Look.line("", Icons.EYE_OFF.create("pb-i12"))));
    }
    return cell;
  }

  private static String type(@Nullable JsonNode schema) {
    return schema == null ? SchemaType.TEXT.title : SchemaWords.type(schema);
  }

  /** No default, a default of null and one of empty text are told apart. */
  private static Span defaultValue(@Nullable JsonNode value) {
    if (value == null) {
      return Look.span("pb-text-3", "none");
    }
    if (value.isNull()) {
      return Look.span("pb-mono-s pb-kw", "null");
    }
    String text = SchemaTypes.text(value);
    return Look.title(
        text,
        Look.span(
            "pb-mono-s pb-ellipsis " + (value.isString() ? "pb-str" : "pb-numv"),
            value.isString() ? '"' + text + '"' : text));
  }

  private void set(int index, Consumer<ParameterParts> change) {
    parameters.change(index, parameter -> parameter.with(change));
  }

  private void addOne() {
    open = parameters.size();
    parameters.add(Parameter.of("param" + (open + 1), In.QUERY));
  }

  private void deleteOne(int index) {
    open = NONE;
    parameters.delete(index, "Parameter " + parameters.get(index).name());
  }
}
