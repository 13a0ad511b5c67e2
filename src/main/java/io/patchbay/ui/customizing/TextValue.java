package io.patchbay.ui.customizing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.ui.shell.CodeEditor;
import io.patchbay.ui.shell.Fx;
import io.patchbay.ui.shell.Look;
import java.util.function.Consumer;

/** A text that may hold expressions; {@code =} in an empty field makes it one as a whole. */
public final class TextValue extends Div {

  private static final int PAUSE_MS = 300;

  private final FieldContext context;
  private final Consumer<String> onChange;
  private final CodeEditor code = new CodeEditor(CodeEditor.Mode.JSONATA);
  private final TextField text = new TextField();
  private boolean fx;

  /**
   * A field.
   *
   * @param name what a screen reader calls it
   * @param onChange gets the text as documents have it, with braces around expressions
   */
  public TextValue(String name, String value, FieldContext context, Consumer<String> onChange) {
    this.context = context;
    this.onChange = onChange;
    addClassName("pb-text-value");
    fx = Fx.is(value);
    text.setValue(fx ? "" : value);
    text.setPlaceholder("Value, or = for an expression");
    text.setAriaLabel(name);
    text.setWidthFull();
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.setValueChangeTimeout(PAUSE_MS);
    text.setReadOnly(context.readOnly());
    code.setValue(fx ? Fx.source(value) : "");
    code.setAriaName("Expression: " + name);
    code.setReadOnly(context.readOnly());
    text.addValueChangeListener(event -> typed(event.isFromClient()));
    code.addValueChangeListener(event -> changed(event.isFromClient()));
    add(text, code);
    context.onRefresh(this::refresh);
    refresh();
    show();
  }

  /** Shown while it is empty. */
  public TextValue placeholder(String placeholder) {
    text.setPlaceholder(placeholder);
    return this;
  }

  /** Names the field for browser tests. */
  TextValue named(String testId) {
    Look.testId(testId, text);
    return this;
  }

  /** The text as documents have it. */
  public String text() {
    return fx ? Fx.text(code.getValue()) : text.getValue();
  }

  private void typed(boolean fromClient) {
    if (fromClient && text.getValue().startsWith("=")) {
      fx = true;
      code.setValue(text.getValue().substring(1).strip());
      text.setValue("");
      show();
      code.focus();
    }
    changed(fromClient);
  }

  private void changed(boolean fromClient) {
    if (!fromClient) {
      return;
    }
    if (fx && code.getValue().isBlank()) {
      fx = false;
      show();
    }
    onChange.accept(text());
  }

  private void refresh() {
    code.setCompletions(context.completions());
  }

  private void show() {
    text.setVisible(!fx);
    code.setVisible(fx);
  }
}
