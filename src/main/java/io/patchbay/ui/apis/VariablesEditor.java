package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.ApiCheck;
import io.patchbay.api.Server;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The values of the names in braces in addresses; each name of the base URL has a line. */
final class VariablesEditor extends Div {

  private final transient ApiDraft draft;
  private final transient Consumer<Map<String, String>> onChange;
  private final transient Map<String, String> values;

  VariablesEditor(ApiDraft draft, Consumer<Map<String, String>> onChange) {
    this.draft = draft;
    this.onChange = onChange;
    this.values = new LinkedHashMap<>(draft.api().variables());
    addClassName("pb-table-block");
    show();
  }

  private void show() {
    removeAll();
    List<String> needed = ApiCheck.placeholders(draft.api().baseUrl().replace('/', ' '));
    var names = new LinkedHashMap<String, String>();
    needed.forEach(name -> names.put(name, ""));
    names.putAll(values);
    var adder = new TextField();
    adder.setPlaceholder("Add a variable");
    adder.setAriaLabel("Name of a new variable");
    adder.addClassNames("pb-cell-field", "pb-mono-field");
    adder.addValueChangeListener(event -> {
      String name = event.getValue().strip();
      if (!name.isEmpty() && !names.containsKey(name)) {
        put(name, "");
        show();
      }
    });
    add(Look.section("Variables"));
    add(
        Look.div(
            "pb-hint", new Span("Environments may give them other values. Expressions see env.")));
    var table = Look.div("pb-table pb-table-headers");
    names.forEach((name, value) -> {
      table.add(Look.mono(name), value(name, value));
      table.add(
          needed.contains(name)
              ? new Span()
              : Buttons.icon(
                  Icons.TRASH_2,
                  "Delete variable " + name,
                  () -> {
                    values.remove(name);
                    onChange.accept(new LinkedHashMap<>(values));
                    show();
                  }));
    });
    table.add(adder, new Span(), new Span());
    add(table);
  }

  private Component value(String name, String value) {
    List<String> options = options(name);
    if (options.isEmpty() || (!value.isEmpty() && !options.contains(value))) {
      var field = new TextField();
      field.setValue(value);
      field.setAriaLabel("Value of " + name);
      field.addClassNames("pb-cell-field", "pb-mono-field");
      Look.testId("variable-" + name, field);
      field.addValueChangeListener(event -> put(name, event.getValue().strip()));
      return field;
    }
    var select = new Select<String>();
    select.setItems(options);
    select.setAriaLabel("Value of " + name);
    select.addClassName("pb-cell-field");
    if (!value.isEmpty()) {
      select.setValue(value);
    }
    select.addValueChangeListener(event -> put(name, event.getValue()));
    return select;
  }

  /** What the API's description offers for a variable. */
  private List<String> options(String name) {
    return draft.api().servers().stream()
        .map(Server::variables)
        .filter(variables -> variables.containsKey(name))
        .flatMap(variables -> variables.get(name).options().stream())
        .distinct()
        .toList();
  }

  private void put(String name, String value) {
    values.put(name, value);
    onChange.accept(new LinkedHashMap<>(values));
  }
}
