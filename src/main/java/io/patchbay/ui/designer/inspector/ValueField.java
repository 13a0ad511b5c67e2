package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.patchbay.ui.shell.CodeEditor;
import io.patchbay.ui.shell.Fx;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * One input: its name and type, a switch between a literal and an expression, the field, and what
 * it comes to. Fields of other steps can be dropped on it.
 */
final class ValueField extends Div {

  private final InputSpec spec;
  private final StepEditor<?> editor;
  private final Supplier<@Nullable JsonNode> value;
  private final Consumer<@Nullable JsonNode> onChange;
  private final NativeButton literal = new NativeButton("Abc");
  private final NativeButton expression = new NativeButton("fx");
  private final Div field = Look.div("pb-dz-field");
  private final PreviewLine line = new PreviewLine();
  private @Nullable CodeEditor code;
  private boolean fx;

  ValueField(
      InputSpec spec,
      StepEditor<?> editor,
      Supplier<@Nullable JsonNode> value,
      Consumer<@Nullable JsonNode> onChange) {
    this.spec = spec;
    this.editor = editor;
    this.value = value;
    this.onChange = onChange;
    this.fx = Fx.is(value.get());
    addClassName("pb-dz-input");
    Look.testId("input-" + spec.name(), this);
    getElement().setAttribute("data-field", spec.field());
    add(head(), field, line);
    showField(false);
    editor.onRefresh(this::refresh);
    refresh();
    if (!editor.readOnly()) {
      getElement()
          .addEventListener(
              "path-dropped", event -> drop(event.getEventData().get("event.detail").asString()))
          .addEventData("event.detail");
      addAttachListener(event -> getElement().executeJs("window.patchbayDropTarget?.(this)"));
    }
  }

  /** Adds a way to take the input away again. */
  ValueField removable(Runnable onRemove) {
    var remove = new NativeButton();
    remove.add(Icons.X.create("pb-i12"));
    remove.addClassName("pb-dz-remove");
    remove.getElement().setAttribute("aria-label", "Do not send " + spec.name());
    Look.title("Do not send it", remove);
    remove.addClickListener(event -> onRemove.run());
    Div head = (Div) getComponentAt(0);
    head.addComponentAtIndex(head.getComponentCount() - 1, remove);
    return this;
  }

  void focusField() {
    field.getChildren().findFirst().ifPresent(ValueField::focus);
  }

  private Div head() {
    Span name = Look.span("pb-strong pb-ellipsis", spec.name());
    String description = spec.description();
    if (description != null) {
      Look.title(description, name);
    }
    Div head = Look.div("pb-field-top", name);
    if (spec.required()) {
      head.add(Look.title("Required", Look.span("pb-required", "*")));
    }
    literal.getElement().setAttribute("aria-label", "Literal");
    expression.getElement().setAttribute("aria-label", "Expression");
    expression.addClassName("f");
    literal.addClickListener(event -> toLiteral());
    expression.addClickListener(event -> toExpression());
    Look.testId("literal-" + spec.name(), literal);
    Look.testId("fx-" + spec.name(), expression);
    Div segments = Look.div("pb-seg fx", literal, expression);
    segments.setEnabled(!editor.readOnly());
    head.add(Look.span("pb-type", spec.type()), segments);
    return head;
  }

  private void showField(boolean focus) {
    literal.getElement().setAttribute("aria-pressed", String.valueOf(!fx));
    expression.getElement().setAttribute("aria-pressed", String.valueOf(fx));
    literal.setClassName("on", !fx);
    expression.setClassName("on", fx);
    field.removeAll();
    Component control = fx ? expressionControl() : literalControl();
    if (editor.readOnly() && control instanceof HasEnabled hasEnabled) {
      hasEnabled.setEnabled(false);
    }
    field.add(control);
    if (focus) {
      focus(control);
    }
  }

  private Component literalControl() {
    code = null;
    Component control = Literal.control(spec.schema(), value.get(), this::changed);
    control.getElement().setAttribute("aria-label", spec.name());
    return control;
  }

  private Component expressionControl() {
    var area = new CodeEditor(CodeEditor.Mode.JSONATA);
    code = area;
    area.setAriaName(spec.name());
    area.setValue(Fx.source(value.get()));
    area.setPlaceholder("trigger.body…");
    area.setCompletions(editor.completions());
    area.setReadOnly(editor.readOnly());
    area.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        onChange.accept(event.getValue().isBlank() ? null : Fx.value(event.getValue()));
      }
    });
    return area;
  }

  /** A literal that begins with {@code =} in an empty field is the beginning of an expression. */
  private void changed(@Nullable JsonNode newValue) {
    boolean wasEmpty = value.get() == null;
    if (wasEmpty
        && newValue != null
        && newValue.isString()
        && newValue.stringValue().startsWith("=")) {
      String source = newValue.stringValue().substring(1).strip();
      onChange.accept(source.isEmpty() ? null : Fx.value(source));
      fx = true;
      showField(true);
      return;
    }
    onChange.accept(newValue);
  }

  private void toExpression() {
    if (fx) {
      return;
    }
    JsonNode now = value.get();
    fx = true;
    if (now != null && !(now.isString() && Fx.anyIn(now.stringValue()))) {
      onChange.accept(Fx.value(now.toString()));
    }
    showField(true);
    refresh();
  }

  private void toLiteral() {
    if (!fx) {
      return;
    }
    fx = false;
    JsonNode now = value.get();
    if (Fx.is(now)) {
      onChange.accept(Literal.of(Fx.source(now), spec.type()));
    }
    showField(true);
    refresh();
  }

  private void drop(String path) {
    fx = true;
    onChange.accept(Fx.value(path));
    showField(true);
    refresh();
  }

  private void refresh() {
    JsonNode now = value.get();
    boolean evaluated =
        Fx.is(now) || (now != null && now.isString() && Fx.anyIn(now.stringValue()));
    boolean typed = now != null && !evaluated;
    line.show(
        evaluated || (typed && isMisfit(now)) ? editor.preview().preview(now) : null,
        spec.schema(),
        editor.problems(spec.field()));
    CodeEditor area = code;
    if (area != null) {
      area.setCompletions(editor.completions());
    }
  }

  private boolean isMisfit(JsonNode now) {
    return editor.preview().preview(now).misfit(spec.schema()).isPresent();
  }

  private static void focus(Component control) {
    if (control instanceof Focusable<?> focusable) {
      focusable.focus();
    }
  }

  /** A text value as a tree; null for an empty one. */
  static @Nullable JsonNode text(@Nullable String text) {
    return text == null || text.isEmpty() ? null : StringNode.valueOf(text);
  }
}
