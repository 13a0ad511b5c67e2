package io.patchbay.ui.customizing;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.node.StringNode;

/** Names with values as rows, each of which is set, added or taken away. */
final class PairRows extends Div {

  /**
   * What the rows say.
   *
   * @param set name to value
   * @param append name to a further value
   * @param remove names
   */
  record Pairs(Map<String, String> set, Map<String, String> append, List<String> remove) {}

  /** What happens to the name of a row. */
  enum Act {
    SET("Set"),
    APPEND("Add"),
    REMOVE("Remove");

    private final String word;

    Act(String word) {
      this.word = word;
    }
  }

  private final FieldContext context;
  private final String noun;
  private final List<Act> acts;
  private final Supplier<List<String>> names;
  private final Consumer<Pairs> onChange;
  private final List<Row> rows = new ArrayList<>();
  private final Div list = Look.div("pb-cz-rows");
  private final Span twice = Look.span("pb-warning-text", "");

  /**
   * The rows.
   *
   * @param noun header or parameter
   * @param names that are proposed
   */
  PairRows(
      FieldContext context,
      String noun,
      List<Act> acts,
      Supplier<List<String>> names,
      Pairs pairs,
      Consumer<Pairs> onChange) {
    this.context = context;
    this.noun = noun;
    this.acts = acts;
    this.names = names;
    this.onChange = onChange;
    addClassName("pb-cz-pairs");
    getElement().setAttribute("data-field", "set");
    add(list, twice, context.line(Set.of("set", "append", "remove")::contains, () -> null));
    if (!context.readOnly()) {
      var more = Buttons.link("Add " + noun, () -> addRow(Act.SET, "", "").name.focus());
      more.addClassName("pb-cz-more");
      add(Look.testId("add-" + noun, more));
    }
    pairs.set().forEach((name, value) -> addRow(Act.SET, name, value));
    pairs.append().forEach((name, value) -> addRow(Act.APPEND, name, value));
    pairs.remove().forEach(name -> addRow(Act.REMOVE, name, ""));
    if (rows.isEmpty() && !context.readOnly() && acts.size() == Act.values().length) {
      addRow(Act.SET, "", "");
    }
    warn();
  }

  private Row addRow(Act act, String name, String value) {
    var row = new Row(act, name, value);
    rows.add(row);
    list.add(row);
    return row;
  }

  private void tell() {
    Map<String, String> set = new LinkedHashMap<>();
    Map<String, String> append = new LinkedHashMap<>();
    Set<String> remove = new LinkedHashSet<>();
    for (Row row : rows) {
      String name = row.name();
      if (!name.isEmpty()) {
        switch (row.act.getValue()) {
          case SET -> set.put(name, row.value.text());
          case APPEND -> append.put(name, row.value.text());
          case REMOVE -> remove.add(name);
        }
      }
    }
    warn();
    onChange.accept(new Pairs(set, append, List.copyOf(remove)));
  }

  /** Two rows that do the same to the same name: only one of them can count. */
  private void warn() {
    Set<String> seen = new HashSet<>();
    List<String> again =
        rows.stream()
            .filter(row -> !row.name().isEmpty())
            .filter(
                row -> !seen.add(row.act.getValue() + " " + row.name().toLowerCase(Locale.ROOT)))
            .map(Row::name)
            .toList();
    twice.setVisible(!again.isEmpty());
    twice.setText(
        again.isEmpty()
            ? ""
            : "%s is there twice; the last one counts.".formatted(again.getFirst()));
  }

  /** One name with what happens to it. */
  private final class Row extends Div {

    private final Select<Act> act = new Select<>();
    private final ComboBox<String> name = new ComboBox<>();
    private final TextValue value;

    Row(Act chosen, String written, String given) {
      addClassName("pb-cz-row");
      act.setItems(acts);
      act.setItemLabelGenerator(one -> one.word);
      act.setValue(chosen);
      act.setAriaLabel("What happens to the " + noun);
      act.setReadOnly(context.readOnly());
      act.addClassName("pb-cz-act");
      Look.testId(noun + "-act", act);
      setUpName(written);
      value =
          new TextValue("Value of the " + noun, given, context, text -> tell())
              .named(noun + "-value");
      var delete = Buttons.icon(Icons.X, "Delete the " + noun, this::delete);
      delete.setVisible(!context.readOnly());
      var line =
          context.line(
              this::isField,
              () -> act.getValue() == Act.REMOVE ? null : StringNode.valueOf(value.text()));
      line.addClassName("pb-cz-row-line");
      add(act, name, value, delete, line);
      act.addValueChangeListener(event -> {
        show();
        tell();
      });
      show();
    }

    private void setUpName(String written) {
      List<String> known = new ArrayList<>(names.get());
      if (!written.isEmpty() && !known.contains(written)) {
        known.add(written);
      }
      name.setItems(known);
      name.setAllowCustomValue(true);
      name.setPlaceholder(noun.equals("header") ? "X-Request-Id" : "name");
      name.setAriaLabel("Name of the " + noun);
      name.setReadOnly(context.readOnly());
      name.addClassNames("pb-mono-field", "pb-cz-name");
      if (!written.isEmpty()) {
        name.setValue(written);
      }
      Look.testId(noun + "-name", name);
      name.addCustomValueSetListener(event -> {
        String typed = event.getDetail().strip();
        if (!known.contains(typed)) {
          known.add(typed);
          name.setItems(known);
        }
        name.setValue(typed);
        tell();
      });
      name.addValueChangeListener(event -> {
        if (event.isFromClient()) {
          tell();
        }
      });
    }

    String name() {
      String written = name.getValue();
      return written == null ? "" : written.strip();
    }

    private boolean isField(String problem) {
      return problem.equalsIgnoreCase(
          act.getValue().name().toLowerCase(Locale.ROOT) + "." + name());
    }

    private void show() {
      value.setVisible(act.getValue() != Act.REMOVE);
    }

    private void delete() {
      rows.remove(this);
      list.remove(this);
      tell();
    }
  }
}
