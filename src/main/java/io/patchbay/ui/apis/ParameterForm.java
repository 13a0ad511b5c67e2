package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.Parameter;
import io.patchbay.api.Parameter.In;
import io.patchbay.api.ParameterParts;
import io.patchbay.ui.shell.Look;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** All that can be said of one parameter. */
final class ParameterForm extends Div {

  private final transient Consumer<Consumer<ParameterParts>> change;
  private final transient Runnable onShown;
  private final Div style = Look.div("pb-parameter-style");
  private transient Parameter parameter;

  /**
   * A form.
   *
   * @param number its place among the parameters, from 1
   * @param change takes each change
   * @param onShown is told when the line of the parameter reads differently
   */
  ParameterForm(
      ApiDraft draft,
      int number,
      Parameter parameter,
      Consumer<Consumer<ParameterParts>> change,
      Runnable onShown) {
    this.parameter = parameter;
    this.change = change;
    this.onShown = onShown;
    addClassName("pb-parameter-form");
    var first = Look.div("pb-schema-form");
    boolean inPath = parameter.in() == In.PATH;
    if (!inPath) {
      first.add(name(number), wireName(), in());
    }
    first.add(new DefaultField(parameter, value -> set(parts -> parts.defaultValue = value)));
    first.add(example(), description());
    add(first, style, flags());
    var schema =
        new SchemaFieldsView(
            "value",
            parameter.schema() == null
                ? JsonNodeFactory.instance.objectNode().put("type", "string")
                : parameter.schema(),
            draft,
            now -> {
              set(parts -> parts.schema = now);
              showStyle();
            });
    schema.chooseRoot();
    add(schema);
    showStyle();
  }

  private Component name(int number) {
    var field = text("Name", parameter.name(), "");
    field.setAriaLabel("Name of parameter " + number);
    field.setTooltipText("The input's name in flows.");
    field.addValueChangeListener(event -> {
      if (!event.getValue().isBlank()) {
        set(parts -> parts.name = event.getValue().strip());
        onShown.run();
      }
    });
    Look.testId("parameter-name", field);
    return field;
  }

  private Component wireName() {
    var field = text("Sent as", Texts.orEmpty(parameter.wireName()), parameter.name());
    field.setTooltipText("The name on the wire, where it is another one.");
    field.addValueChangeListener(
        event -> set(parts -> parts.wireName = Texts.orNull(event.getValue())));
    return field;
  }

  private Component in() {
    var select = new Select<In>();
    select.setLabel("In");
    select.setItems(List.of(In.QUERY, In.HEADER, In.COOKIE));
    select.setItemLabelGenerator(In::word);
    select.setValue(parameter.in());
    select.addClassName("pb-short-field");
    select.addValueChangeListener(event -> {
      set(parts -> parts.in = event.getValue());
      onShown.run();
    });
    return select;
  }

  private Component example() {
    var field = text("Example", SchemaTypes.text(parameter.example()), "");
    field.addValueChangeListener(event ->
        set(parts ->
            parts.example =
                SchemaTypes.value(SchemaTypes.of(parts.schema), event.getValue().strip())));
    return field;
  }

  private Component description() {
    var field = new TextField("Description");
    field.addClassName("pb-wide-field");
    field.setValue(Texts.orEmpty(parameter.description()));
    field.addValueChangeListener(
        event -> set(parts -> parts.description = Texts.orNull(event.getValue())));
    return field;
  }

  /** How it is written matters for lists and objects only. */
  private void showStyle() {
    style.removeAll();
    JsonNode schema = parameter.schema();
    boolean nested =
        schema != null
            && switch (SchemaType.of(SchemaPaths.at(schema, Nulls.inner(schema)))) {
              case LIST, OBJECT, MAP, NAMED, CHOICE, ALL_OF, ANY -> true;
              case TEXT, WHOLE, NUMBER, BOOLEAN, DATE, DATE_TIME, FILE -> false;
            };
    if (nested || parameter.style() != null) {
      var select =
          new StyleSelect(
              StyleSelect.of(parameter.in()),
              parameter.name(),
              parameter.style(),
              parameter.explode(),
              (chosen, explode) ->
                  set(parts -> {
                    parts.style = chosen;
                    parts.explode = explode;
                  }));
      select.setLabel("Lists and objects are written");
      var type = text("Or as a document of type", Texts.orEmpty(parameter.contentType()), "");
      type.setPlaceholder("application/json");
      type.addValueChangeListener(
          event -> set(parts -> parts.contentType = Texts.orNull(event.getValue())));
      style.add(select, type);
    }
  }

  private Component flags() {
    var flags = Look.div("pb-row pb-parameter-flags");
    flags.add(
        box(
            "Keep out of logs and history",
            parameter.redacted(),
            (parts, on) -> parts.redacted = on),
        box("Deprecated", parameter.deprecated(), (parts, on) -> parts.deprecated = on));
    if (parameter.in() == In.QUERY || parameter.in() == In.PATH) {
      var reserved =
          box(
              "Send / ? : as they are",
              Boolean.TRUE.equals(parameter.allowReserved()),
              (parts, on) -> parts.allowReserved = on ? true : null);
      flags.add(reserved);
    }
    return flags;
  }

  private interface Flag {
    void set(ParameterParts parts, boolean on);
  }

  private Checkbox box(String label, boolean on, Flag flag) {
    var box = new Checkbox(label, on);
    box.addValueChangeListener(event -> {
      set(parts -> flag.set(parts, event.getValue()));
      onShown.run();
    });
    return box;
  }

  private static TextField text(String label, String value, String placeholder) {
    var field = new TextField(label);
    field.addClassName("pb-mono-field");
    field.setValue(value);
    field.setPlaceholder(placeholder);
    return field;
  }

  private void set(Consumer<ParameterParts> filling) {
    parameter = parameter.with(filling);
    change.accept(filling);
  }

  /** The default: none, null, empty text, or a value; four different things. */
  private static final class DefaultField extends Div {

    private enum Kind {
      NONE("no default"),
      NULL("null"),
      EMPTY("empty text"),
      VALUE("a value");

      private final String title;

      Kind(String title) {
        this.title = title;
      }

      static Kind of(@Nullable JsonNode value) {
        if (value == null) {
          return NONE;
        }
        if (value.isNull()) {
          return NULL;
        }
        return value.isString() && value.stringValue().isEmpty() ? EMPTY : VALUE;
      }
    }

    DefaultField(Parameter parameter, Consumer<@Nullable JsonNode> onChange) {
      addClassNames("pb-row", "pb-row-end", "pb-default");
      var kind = new Select<Kind>();
      kind.setLabel("Default");
      kind.setItems(Kind.values());
      kind.setItemLabelGenerator(one -> one.title);
      kind.setValue(Kind.of(parameter.defaultValue()));
      kind.setTooltipText("What is sent while a step gives no value.");
      Look.testId("default-kind", kind);
      var value = new TextField();
      value.setAriaLabel("Default value");
      value.addClassName("pb-mono-field");
      value.setValue(
          kind.getValue() == Kind.VALUE ? SchemaTypes.text(parameter.defaultValue()) : "");
      value.setVisible(kind.getValue() == Kind.VALUE);
      Look.testId("default-value", value);
      Runnable tell =
          () ->
              onChange.accept(
                  switch (kind.getValue()) {
                    case NONE -> null;
                    case NULL -> JsonNodeFactory.instance.nullNode();
                    case EMPTY -> JsonNodeFactory.instance.stringNode("");
                    case VALUE ->
                        SchemaTypes.value(
                            SchemaTypes.of(parameter.schema()), value.getValue().strip());
                  });
      kind.addValueChangeListener(event -> {
        value.setVisible(event.getValue() == Kind.VALUE);
        tell.run();
      });
      value.addValueChangeListener(event -> tell.run());
      add(kind, value);
    }
  }
}
