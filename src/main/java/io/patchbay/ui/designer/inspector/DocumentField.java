package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.ui.designer.editing.Fx;
import io.patchbay.ui.designer.preview.Preview;
import io.patchbay.ui.shell.CodeEditor;
import io.patchbay.ui.shell.JsonText;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Segments;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A whole document: one JSONata expression, or JSON whose strings may hold expressions. */
final class DocumentField extends Div {

  private enum Mode {
    EXPRESSION,
    JSON
  }

  private final InputSpec spec;
  private final StepEditor<?> editor;
  private final Supplier<@Nullable JsonNode> value;
  private final Consumer<@Nullable JsonNode> onChange;
  private final Div field = Look.div("pb-dz-document");
  private final PreviewLine line = new PreviewLine();
  private final Div result = Look.div("pb-dz-result");
  private Mode mode;

  DocumentField(
      InputSpec spec,
      StepEditor<?> editor,
      Supplier<@Nullable JsonNode> value,
      Consumer<@Nullable JsonNode> onChange) {
    this.spec = spec;
    this.editor = editor;
    this.value = value;
    this.onChange = onChange;
    JsonNode now = value.get();
    this.mode = now == null || Fx.is(now) ? Mode.EXPRESSION : Mode.JSON;
    addClassName("pb-dz-input");
    Look.testId("input-" + spec.name(), this);
    getElement().setAttribute("data-field", spec.field());
    Map<Mode, String> choices = new LinkedHashMap<>();
    choices.put(Mode.EXPRESSION, "Expression");
    choices.put(Mode.JSON, "JSON");
    var segments = new Segments<Mode>("How it is written", choices, mode, this::choose);
    segments.setEnabled(!editor.readOnly());
    Div head = Look.div("pb-field-top", Look.span("pb-strong", spec.name()));
    if (spec.required()) {
      head.add(Look.span("pb-required", "*"));
    }
    head.add(Look.span("pb-type", spec.type()), segments);
    add(head, field, line, result);
    showField();
    editor.onRefresh(this::refresh);
    refresh();
  }

  private void choose(Mode chosen) {
    mode = chosen;
    JsonNode now = value.get();
    if (now != null) {
      if (mode == Mode.EXPRESSION) {
        onChange.accept(Fx.is(now) ? now : Fx.value(toExpression(now)));
      } else if (Fx.is(now)) {
        onChange.accept(Literal.read(Fx.source(now)).orElse(now));
      }
    }
    showField();
    refresh();
  }

  /** JSON is JSONata, but for strings that are expressions: those lose their quotes. */
  private static String toExpression(JsonNode json) {
    String text = Json.writePretty(json);
    return text.replaceAll("\"\\{\\{\\s*((?:[^\"\\\\{}])*?)\\s*}}\"", "$1");
  }

  private void showField() {
    field.removeAll();
    var area =
        CodeEditor.document(
            mode == Mode.EXPRESSION ? CodeEditor.Mode.JSONATA : CodeEditor.Mode.JSON);
    JsonNode now = value.get();
    area.setAriaName(spec.name());
    area.setValue(
        now == null ? "" : mode == Mode.EXPRESSION ? Fx.source(now) : Json.writePretty(now));
    area.setPlaceholder(
        mode == Mode.EXPRESSION
            ? "{ \"title\": trigger.body.title }"
            : "{ \"title\": \"{{ trigger.body.title }}\" }");
    area.setCompletions(editor.completions());
    area.setReadOnly(editor.readOnly());
    area.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        take(area, event.getValue());
      }
    });
    editor.onRefresh(() -> area.setCompletions(editor.completions()));
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
    } catch (InvalidException | tools.jackson.core.JacksonException e) {
      area.setError(e.getMessage());
    }
  }

  private void refresh() {
    JsonNode now = value.get();
    Preview preview = now == null ? null : editor.preview().preview(now);
    boolean shown = preview != null && preview.error() == null && !preview.isAbsent();
    line.show(shown ? null : preview, null, editor.problems(spec.field()));
    result.removeAll();
    if (shown && preview != null) {
      result.add(
          Look.div(
              "pb-preview",
              Look.span("pb-pn", "Result"),
              Look.span("pb-end", preview.source() == null ? "" : preview.origin())),
          JsonText.of(preview.value()));
    }
  }
}
