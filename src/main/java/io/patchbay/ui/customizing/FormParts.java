package io.patchbay.ui.customizing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.patchbay.ui.shell.CodeEditor;
import io.patchbay.ui.shell.Fx;
import io.patchbay.ui.shell.Look;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** What the forms of all kinds are made of: a heading, a control, and the line below it. */
final class FormParts {

  private FormParts() {}

  /** Parts under each other. */
  static Div form(Component... parts) {
    return Look.div("pb-cz-form", parts);
  }

  /** A control with its heading; what is wrong with it is shown below. */
  static Div field(FieldContext context, String title, String field, Component control) {
    return field(context, title, field, control, () -> null);
  }

  /** As {@link #field}, where the value is an expression or may hold some. */
  static Div field(
      FieldContext context,
      String title,
      String field,
      Component control,
      Supplier<@Nullable JsonNode> value) {
    var part =
        Look.div(
            "pb-cz-field",
            Look.div("pb-field-top", Look.span("pb-strong", title)),
            control,
            context.line(field, value));
    part.getElement().setAttribute("data-field", field);
    return part;
  }

  /** A text that may hold expressions. */
  static Div text(
      FieldContext context,
      String title,
      String field,
      String placeholder,
      Supplier<@Nullable String> value,
      Consumer<@Nullable String> onChange) {
    String now = value.get();
    var control =
        new TextValue(
                title,
                now == null ? "" : now,
                context,
                text -> onChange.accept(text.isBlank() ? null : text))
            .placeholder(placeholder)
            .named("cz-" + field);
    return field(context, title, field, control, () -> node(value.get()));
  }

  /** A text that is an expression as a whole. */
  static Div expression(
      FieldContext context,
      String title,
      String field,
      String placeholder,
      Supplier<@Nullable String> value,
      Consumer<@Nullable String> onChange) {
    var area = new CodeEditor(CodeEditor.Mode.JSONATA);
    area.setValue(Fx.source(value.get()));
    area.setAriaName(title);
    area.setPlaceholder(placeholder);
    area.setReadOnly(context.readOnly());
    Runnable refresh = () -> area.setCompletions(context.completions());
    context.onRefresh(refresh);
    refresh.run();
    area.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        onChange.accept(event.getValue().isBlank() ? null : Fx.text(event.getValue()));
      }
    });
    Look.testId("cz-" + field, area);
    return field(context, title, field, area, () -> node(value.get()));
  }

  /** A sentence below a field. */
  static Div hint(String sentence) {
    return Look.div("pb-cz-hint", Look.span("", sentence));
  }

  static @Nullable JsonNode node(@Nullable String text) {
    return text == null || text.isEmpty() ? null : StringNode.valueOf(text);
  }
}
