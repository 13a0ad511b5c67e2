package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.ui.apis.SchemaRow.Kind;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** All that can be said of one line of a schema. */
final class SchemaRowForm extends Div {

  /** Takes what now stands at a path of the schema. */
  @FunctionalInterface
  interface Edit {
    void accept(SchemaRow row, List<String> at, JsonNode schema);
  }

  private static final List<String> FORMATS =
      List.of(
          "email",
          "uri",
          "uuid",
          "time",
          "duration",
          "hostname",
          "ipv4",
          "ipv6",
          "byte",
          "password");

  private final transient SchemaRow row;
  private final transient ApiDraft draft;
  private final transient Edit edit;
  private transient JsonNode schema;
  private boolean nullable;

  SchemaRowForm(SchemaRow row, ApiDraft draft, Edit edit, BiConsumer<SchemaRow, String> onRename) {
    this.row = row;
    this.draft = draft;
    this.edit = edit;
    this.schema = row.schema();
    this.nullable = row.nullable();
    addClassName("pb-schema-form");
    if (row.kind() == Kind.FIELD) {
      add(name(onRename));
    }
    addType("Type", row.schema(), row.core());
    limits();
    add(nullBox(), words());
  }

  private Component name(BiConsumer<SchemaRow, String> onRename) {
    var field = new TextField("Name");
    field.addClassName("pb-mono-field");
    field.setValue(row.name());
    field.addValueChangeListener(event -> {
      String newName = event.getValue().strip();
      if (newName.isEmpty()) {
        field.setValue(row.name());
      } else if (!newName.equals(row.name())) {
        onRename.accept(row, newName);
      }
    });
    return field;
  }

  /** The choice of a type and, for lists and maps, of what is in them. */
  private void addType(String label, JsonNode typed, List<String> at) {
    SchemaType type = SchemaType.of(typed);
    var select = new Select<SchemaType>();
    select.setLabel(label);
    var offered = new ArrayList<>(Arrays.asList(SchemaType.values()));
    if (type != SchemaType.ALL_OF) {
      offered.remove(SchemaType.ALL_OF);
    }
    if (draft.schemas().isEmpty()) {
      offered.remove(SchemaType.NAMED);
    }
    select.setItems(offered);
    select.setItemLabelGenerator(one -> one.title);
    select.setValue(type);
    select.addValueChangeListener(event -> retype(typed, at, event.getValue()));
    Look.testId("field-type", select);
    add(select);
    switch (type) {
      case NAMED -> add(named(typed, at));
      case LIST -> addType("of", typed.path("items"), Texts.plus(at, "items"));
      case MAP ->
          addType("of", typed.path("additionalProperties"), Texts.plus(at, "additionalProperties"));
      case TEXT, WHOLE, NUMBER, BOOLEAN, DATE, DATE_TIME, FILE, OBJECT, CHOICE, ALL_OF, ANY -> {}
    }
  }

  private void retype(JsonNode before, List<String> at, SchemaType type) {
    String name =
        type == SchemaType.NAMED ? draft.schemas().names("").stream().findFirst().orElse("") : "";
    JsonNode changed = type.set(before, name);
    edit.accept(row, at, at.equals(row.path()) && nullable ? Nulls.set(changed, true) : changed);
  }

  private Component named(JsonNode typed, List<String> at) {
    var field = new ComboBox<String>("Schema");
    field.setItems(query ->
        draft.schemas().names(query.getFilter().orElse("")).stream()
            .skip(query.getOffset())
            .limit(query.getLimit()));
    field.setValue(typed.path("$ref").asString("").replace(SchemaDrafts.PREFIX, ""));
    field.addValueChangeListener(event -> {
      if (event.isFromClient() && event.getValue() != null) {
        edit.accept(row, at, SchemaType.NAMED.set(typed, event.getValue()));
      }
    });
    return field;
  }

  private void limits() {
    SchemaType type = row.type();
    switch (type) {
      case TEXT -> {
        add(format());
        add(number("Least characters", "minLength"), number("Most characters", "maxLength"));
        add(text("Pattern", "pattern", "^[A-Z]{2}$"));
      }
      case WHOLE, NUMBER -> add(number("At least", "minimum"), number("At most", "maximum"));
      case LIST -> add(number("Least elements", "minItems"), number("Most elements", "maxItems"));
      case OBJECT -> add(otherFields());
      case BOOLEAN, DATE, DATE_TIME, FILE, MAP, NAMED, CHOICE, ALL_OF, ANY -> {}
    }
    if (type.hasValues()) {
      add(values());
    }
  }

  private Component format() {
    var field = new ComboBox<String>("Format");
    String now = schema.path("format").asString("");
    field.setItems(FORMATS.contains(now) || now.isEmpty() ? FORMATS : Texts.plus(FORMATS, now));
    field.setAllowCustomValue(true);
    field.setPlaceholder("any");
    field.setClearButtonVisible(true);
    if (!now.isEmpty()) {
      field.setValue(now);
    }
    field.addCustomValueSetListener(event -> set("format", textNode(event.getDetail())));
    field.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        set("format", textNode(event.getValue() == null ? "" : event.getValue()));
      }
    });
    return field;
  }

  private Component number(String label, String keyword) {
    var field = new TextField(label);
    field.addClassName("pb-short-field");
    field.setPlaceholder("any");
    field.setValue(SchemaTypes.text(schema.get(keyword)));
    field.setPattern("-?[0-9]+(\\.[0-9]+)?");
    field.setErrorMessage("A number");
    field.addValueChangeListener(event -> {
      if (!field.isInvalid()) {
        JsonNode value = SchemaTypes.value("number", event.getValue().strip());
        set(keyword, value == null ? MissingNode.getInstance() : value);
      }
    });
    return field;
  }

  private Component text(String label, String keyword, String placeholder) {
    var field = new TextField(label);
    field.addClassName("pb-mono-field");
    field.setPlaceholder(placeholder);
    field.setValue(schema.path(keyword).asString(""));
    field.addValueChangeListener(event -> set(keyword, textNode(event.getValue())));
    return field;
  }

  private Component values() {
    var field = new TextArea("Only these values");
    field.addClassNames("pb-mono-field", "pb-wide-field");
    field.setPlaceholder("any");
    field.setHelperText("One in a line.");
    field.setMaxRows(8);
    var lines = new ArrayList<String>();
    schema.path("enum").forEach(one -> lines.add(SchemaTypes.text(one)));
    field.setValue(String.join("\n", lines));
    field.addValueChangeListener(event -> {
      var values = JsonNodeFactory.instance.arrayNode();
      event
          .getValue()
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .forEach(line ->
              values.add(
                  line.equals("null") && nullable
                      ? JsonNodeFactory.instance.nullNode()
                      : SchemaTypes.value(SchemaTypes.of(schema), line)));
      set("enum", values.isEmpty() ? MissingNode.getInstance() : values);
    });
    return field;
  }

  private Component otherFields() {
    JsonNode others = schema.path("additionalProperties");
    var box = new Checkbox("No other fields", others.isBoolean() && !others.booleanValue());
    box.addValueChangeListener(event ->
        set(
            "additionalProperties",
            event.getValue()
                ? JsonNodeFactory.instance.booleanNode(false)
                : MissingNode.getInstance()));
    return box;
  }

  private Component nullBox() {
    var box = new Checkbox("May be null", nullable);
    box.addValueChangeListener(event -> {
      nullable = event.getValue();
      boolean wrapped = !row.core().equals(row.path());
      edit.accept(row, row.path(), wrapped ? schema : Nulls.set(schema, nullable));
    });
    return box;
  }

  private Component words() {
    var field = new TextField("Description");
    field.addClassName("pb-wide-field");
    field.setValue(schema.path("description").asString(""));
    field.addValueChangeListener(event -> set("description", textNode(event.getValue())));
    var old = new Checkbox("Deprecated", schema.path("deprecated").asBoolean(false));
    old.addValueChangeListener(event ->
        set(
            "deprecated",
            event.getValue()
                ? JsonNodeFactory.instance.booleanNode(true)
                : MissingNode.getInstance()));
    return Look.div("pb-schema-form-rest", field, old);
  }

  private static JsonNode textNode(String text) {
    return text.isBlank()
        ? MissingNode.getInstance()
        : JsonNodeFactory.instance.stringNode(text.strip());
  }

  private void set(String keyword, JsonNode value) {
    schema = SchemaPaths.with(schema, keyword, value);
    edit.accept(row, row.core(), schema);
  }
}
