package io.patchbay.ui.signing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Names with texts as rows; a row without a name is not there yet. */
final class PairTable extends Div {

  private record Row(String name, String value) {}

  private final String noun;
  private final boolean readOnly;
  private final transient Consumer<Map<String, String>> onChange;
  private final transient List<Row> rows = new ArrayList<>();

  /**
   * The rows.
   *
   * @param noun what a row is, such as header
   */
  PairTable(
      String noun,
      Map<String, String> pairs,
      boolean readOnly,
      Consumer<Map<String, String>> onChange) {
    this.noun = noun;
    this.readOnly = readOnly;
    this.onChange = onChange;
    pairs.forEach((name, value) -> rows.add(new Row(name, value)));
    show();
  }

  private void show() {
    removeAll();
    for (int i = 0; i < rows.size(); i++) {
      add(row(i));
    }
    if (!readOnly) {
      add(
          Look.testId(
              "add-" + noun.replace(' ', '-'),
              Buttons.link(
                  "Add " + noun,
                  () -> {
                    rows.add(new Row("", ""));
                    show();
                  })));
    }
  }

  private Div row(int index) {
    Row row = rows.get(index);
    var name = field(row.name(), "Name", "Name of " + noun + " " + (index + 1));
    name.addValueChangeListener(
        event -> set(index, new Row(event.getValue().strip(), rows.get(index).value())));
    var value = field(row.value(), "Text or {{ expression }}", "Value of " + noun + " " + index);
    value.addValueChangeListener(
        event -> set(index, new Row(rows.get(index).name(), event.getValue())));
    var line = Look.div("pb-sign-pair", name, value);
    if (!readOnly) {
      line.add(
          Buttons.icon(
              Icons.TRASH_2,
              "Delete %s %s".formatted(noun, row.name()),
              () -> {
                rows.remove(index);
                tell();
                show();
              }));
    }
    return line;
  }

  private TextField field(String value, String placeholder, String name) {
    var field = new TextField();
    field.setValue(value);
    field.setPlaceholder(placeholder);
    field.setAriaLabel(name);
    field.setReadOnly(readOnly);
    field.addClassNames("pb-mono-field", "pb-grow");
    return field;
  }

  private void set(int index, Row row) {
    rows.set(index, row);
    tell();
  }

  private void tell() {
    var pairs = new LinkedHashMap<String, String>();
    rows.stream().filter(r -> !r.name().isEmpty()).forEach(r -> pairs.put(r.name(), r.value()));
    onChange.accept(pairs);
  }
}
