package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.common.Json;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Names with values, one pair in a row; rows without a name do not count. */
final class PairsFormField implements FormField {

  private final String name;
  private final String label;
  private final List<Pair> rows = new ArrayList<>();
  private final Div place = Look.div("pb-rows");
  private final Div component;

  PairsFormField(
      String name, String label, Map<String, String> values, String help, Component... ways) {
    this.name = name;
    this.label = label;
    var head =
        Look.div(
            "pb-rows-head",
            Look.span("pb-rows-label", label),
            Look.testId(
                "add-" + name.toLowerCase(Locale.ROOT),
                Buttons.link("Add", () -> row("", "").name().focus())));
    this.component =
        Look.div(
            "pb-rows-field",
            head,
            place,
            Look.span("pb-rows-help", help),
            Look.div("pb-rows-ways", ways));
    component.getElement().setAttribute("role", "group");
    component.getElement().setAttribute("aria-label", label);
    values.forEach(this::row);
  }

  private Pair row(String key, String value) {
    var pair = new Pair(field(key, "name"), field(value, "value"));
    rows.add(pair);
    var row = Look.div("pb-rows-row", pair.name(), pair.value());
    row.add(
        Buttons.icon(
            Icons.X,
            "Remove this line",
            () -> {
              place.remove(row);
              rows.remove(pair);
            }));
    place.add(row);
    return pair;
  }

  private TextField field(String value, String what) {
    var field = new TextField();
    field.setWidthFull();
    field.setValue(value);
    field.setPlaceholder(what);
    field.setAriaLabel("%s, %s %d".formatted(label, what, rows.size() + 1));
    field.addClassName("pb-mono-field");
    Look.testId("%s-%s".formatted(name.toLowerCase(Locale.ROOT), what), field);
    return field;
  }

  /** Sets a pair, in place of the one of that name. */
  void set(String key, String value) {
    rows.stream()
        .filter(pair -> pair.key().equals(key))
        .findFirst()
        .orElseGet(() -> row(key, ""))
        .value()
        .setValue(value);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Component component() {
    return component;
  }

  @Override
  public void write(ObjectNode document) {
    var values = new LinkedHashMap<String, String>();
    rows.stream()
        .filter(pair -> !pair.key().isEmpty())
        .forEach(pair -> values.put(pair.key(), pair.value().getValue()));
    if (!values.isEmpty()) {
      document.set(name, Json.toTree(values));
    }
  }

  @Override
  public void mark(String where, String message) {
    String key = where.length() > name.length() ? where.substring(name.length() + 1) : "";
    rows.stream()
        .filter(pair -> pair.key().equals(key))
        .findFirst()
        .or(() -> rows.stream().findFirst())
        .ifPresent(pair -> FormField.show(pair.name(), message));
  }

  private record Pair(TextField name, TextField value) {

    String key() {
      return name.getValue().strip();
    }
  }
}
