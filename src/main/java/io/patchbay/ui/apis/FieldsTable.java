package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.common.Json;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of a schema with their example, edited in place. */
final class FieldsTable extends Div {

  private static final int LONGEST = 60;

  private final transient @Nullable JsonNode schema;
  private final transient Consumer<JsonNode> onChange;

  FieldsTable(@Nullable JsonNode schema, @Nullable JsonNode example, Consumer<JsonNode> onChange) {
    this.schema = schema;
    this.onChange = onChange;
    List<SchemaEdits.Row> rows = SchemaEdits.rows(schema, example);
    if (rows.isEmpty()) {
      add(
          Look.div(
              "pb-hint",
              new Span(
                  schema == null
                      ? "No schema yet. Write an example and infer it, or add fields here."
                      : "The schema has no fields; look at it under Schema.")));
    } else {
      var table = Look.div("pb-table pb-table-fields");
      for (String head : List.of("Field", "Type", "Required", "Example", "")) {
        table.add(Look.span("pb-table-head", head));
      }
      rows.forEach(row -> add(table, row));
      add(table);
    }
    add(adder());
  }

  private void add(Div table, SchemaEdits.Row row) {
    var name = Look.span("pb-mono pb-ellipsis", row.name());
    name.getStyle().set("padding-left", 8 + row.depth() * 17 + "px");
    table.add(name, type(row), required(row), sample(row.example()));
    table.add(
        Buttons.icon(
            Icons.TRASH_2,
            "Delete field " + row.name(),
            () -> change(SchemaEdits.remove(node(), row.path()))));
  }

  private Component type(SchemaEdits.Row row) {
    if (!SchemaTypes.ALL.contains(row.type())) {
      return Look.span("pb-text-2 pb-mono-s", row.type());
    }
    var select = new Select<String>();
    select.setItems(SchemaTypes.ALL);
    select.setValue(row.type());
    select.setAriaLabel("Type of " + row.name());
    select.addClassName("pb-cell-field");
    select.addValueChangeListener(
        event -> change(SchemaEdits.retype(node(), row.path(), event.getValue())));
    return select;
  }

  private Checkbox required(SchemaEdits.Row row) {
    var box = new Checkbox(row.required());
    box.setAriaLabel(row.name() + " is required");
    box.addValueChangeListener(
        event -> change(SchemaEdits.require(node(), row.path(), event.getValue())));
    return box;
  }

  private static Span sample(@Nullable JsonNode example) {
    if (example == null) {
      return new Span("");
    }
    if (example.isObject()) {
      return Look.span("pb-text-3", "object, %d fields".formatted(example.size()));
    }
    String text = Json.write(example);
    String colour = example.isString() ? "pb-str" : example.isNumber() ? "pb-numv" : "pb-kw";
    return Look.title(
        text,
        Look.span(
            "pb-mono-s pb-ellipsis " + colour,
            text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text));
  }

  private Component adder() {
    var field = new TextField();
    field.setPlaceholder("Add a field");
    field.setAriaLabel("Name of the new field");
    field.addClassNames("pb-cell-field", "pb-mono-field", "pb-table-adder");
    field.addValueChangeListener(event -> {
      String name = event.getValue().strip();
      if (!name.isEmpty()) {
        change(SchemaEdits.add(schema, name));
      }
    });
    return field;
  }

  private JsonNode node() {
    return schema == null ? Json.MAPPER.createObjectNode() : schema;
  }

  private void change(JsonNode changed) {
    onChange.accept(changed);
  }
}
