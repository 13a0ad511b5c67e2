package io.patchbay.ui.customizing;

import com.vaadin.flow.component.html.Div;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.ui.shell.CodeEditor;
import io.patchbay.ui.shell.Fx;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Segments;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A whole document: one JSONata expression, or JSON whose strings may hold expressions. */
public final class DocumentValue extends Div {

  private enum Mode {
    EXPRESSION,
    JSON
  }

  private final String name;
  private final FieldContext context;
  private final Supplier<@Nullable JsonNode> value;
  private final Consumer<@Nullable JsonNode> onChange;
  private final Div field = Look.div("pb-dz-document");
  private Mode mode;

  /**
   * The field with its heading.
   *
   * @param field as problems name it
   * @param type in a word
   */
  public DocumentValue(
      String name,
      String field,
      String type,
      boolean required,
      FieldContext context,
      Supplier<@Nullable JsonNode> value,
      Consumer<@Nullable JsonNode> onChange) {
    this.name = name;
    this.context = context;
    this.value = value;
    this.onChange = onChange;
    JsonNode now = value.get();
    this.mode = now == null || Fx.is(now) ? Mode.EXPRESSION : Mode.JSON;
    Look.testId("input-" + name, this);
    getElement().setAttribute("data-field", field);
    Map<Mode, String> choices = new LinkedHashMap<>();
    choices.put(Mode.EXPRESSION, "Expression");
    choices.put(Mode.JSON, "JSON");
    var segments = new Segments<Mode>("How it is written", choices, mode, this::choose);
    segments.setEnabled(!context.readOnly());
    Div head = Look.div("pb-field-top", Look.span("pb-strong", name));
    if (required) {
      head.add(Look.span("pb-required", "*"));
    }
    head.add(Look.span("pb-type", type), segments);
    add(head, this.field, context.result(field, value));
    showField();
  }

  private void choose(Mode chosen) {
    mode = chosen;
    JsonNode now = value.get();
    if (now != null) {
      if (mode == Mode.EXPRESSION) {
        onChange.accept(Fx.is(now) ? now : Fx.value(toExpression(now)));
      } else if (Fx.is(now)) {
        onChange.accept(json(Fx.source(now), now));
      }
    }
    showField();
  }

  /** JSON is JSONata, but for strings that are expressions: those lose their quotes. */
  private static String toExpression(JsonNode json) {
    String text = Json.writePretty(json);
    return text.replaceAll("\"\\{\\{\\s*((?:[^\"\\\\{}])*?)\\s*}}\"", "$1");
  }

  /** The expression as JSON, where it is just that. */
  private static JsonNode json(String source, JsonNode otherwise) {
    try {
      return source.isBlank() ? otherwise : Json.MAPPER.readTree(source);
    } catch (JacksonException e) {
      return otherwise;
    }
  }

  private void showField() {
    field.removeAll();
    var area =
        CodeEditor.document(
            mode == Mode.EXPRESSION ? CodeEditor.Mode.JSONATA : CodeEditor.Mode.JSON);
    JsonNode now = value.get();
    area.setAriaName(name);
    area.setValue(
        now == null ? "" : mode == Mode.EXPRESSION ? Fx.source(now) : Json.writePretty(now));
    area.setPlaceholder(
        mode == Mode.EXPRESSION
            ? "{ \"title\": trigger.body.title }"
            : "{ \"title\": \"{{ trigger.body.title }}\" }");
    area.setCompletions(context.completions());
    area.setReadOnly(context.readOnly());
    area.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        take(area, event.getValue());
      }
    });
    context.onRefresh(() -> area.setCompletions(context.completions()));
    field.add(area);
  }

  private void take(CodeEditor area, String text) {
    if (text.isBlank()) {
      area.setError(null);
      onChange.accept(null);
      return;
    }
    if (mode == Mode.EXPRESSION) {
      onChange.accept(Fx.value(text));
      return;
    }
    try {
      JsonNode json = Json.convert(Json.MAPPER.readTree(text), JsonNode.class);
      area.setError(null);
      onChange.accept(json);
    } catch (InvalidException | JacksonException e) {
      area.setError(e.getMessage());
    }
  }
}
