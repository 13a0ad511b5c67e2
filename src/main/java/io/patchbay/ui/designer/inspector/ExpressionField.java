package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import io.patchbay.ui.designer.preview.Preview;
import io.patchbay.ui.shell.CodeEditor;
import io.patchbay.ui.shell.Fx;
import io.patchbay.ui.shell.Look;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An input that is always an expression. */
final class ExpressionField extends Div {

  private final InputSpec spec;
  private final StepEditor<?> editor;
  private final Supplier<String> source;
  private final PreviewLine line = new PreviewLine();
  private final CodeEditor area = new CodeEditor(CodeEditor.Mode.JSONATA);
  private boolean truth;

  ExpressionField(
      InputSpec spec, StepEditor<?> editor, Supplier<String> source, Consumer<String> onChange) {
    this.spec = spec;
    this.editor = editor;
    this.source = source;
    addClassName("pb-dz-input");
    Look.testId("input-" + spec.name(), this);
    getElement().setAttribute("data-field", spec.field());
    Div head = Look.div("pb-field-top", Look.span("pb-strong", spec.name()));
    if (spec.required()) {
      head.add(Look.span("pb-required", "*"));
    }
    head.add(Look.span("pb-type", spec.type()));
    area.setValue(source.get());
    area.setAriaName(spec.name());
    area.setPlaceholder("trigger.body.total > 0");
    area.setReadOnly(editor.readOnly());
    area.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        onChange.accept(event.getValue());
      }
    });
    add(head, Look.div("pb-dz-field", area), line);
    editor.onRefresh(this::refresh);
    refresh();
  }

  /** Shows what the value counts as: true or false. */
  ExpressionField asTruth() {
    truth = true;
    refresh();
    return this;
  }

  private void refresh() {
    area.setCompletions(editor.completions());
    String now = source.get();
    Preview preview = now.isBlank() ? null : editor.preview().preview(Fx.text(now));
    if (preview != null && truth && preview.error() == null) {
      preview = new Preview(isTrue(preview), null, preview.source());
    }
    line.show(preview, null, editor.problems(spec.field()));
  }

  private static boolean isTrue(Preview preview) {
    return !preview.isAbsent() && isTrue(preview.value());
  }

  /** As JSONata's {@code $boolean} has it. */
  static boolean isTrue(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Boolean bool -> bool;
      case String text -> !text.isEmpty();
      case Number number -> number.doubleValue() != 0;
      case Map<?, ?> object -> !object.isEmpty();
      case List<?> list -> list.stream().anyMatch(ExpressionField::isTrue);
      case Collection<?> other -> !other.isEmpty();
      default -> true;
    };
  }
}
