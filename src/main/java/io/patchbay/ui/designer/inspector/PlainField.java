package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.ui.shell.Look;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An input that is never an expression. */
final class PlainField extends Div {

  PlainField(
      InputSpec spec,
      StepEditor<?> editor,
      Supplier<@Nullable JsonNode> value,
      Consumer<@Nullable JsonNode> onChange) {
    addClassName("pb-dz-input");
    Look.testId("input-" + spec.name(), this);
    getElement().setAttribute("data-field", spec.field());
    Component control = Literal.control(spec.schema(), value.get(), onChange);
    control.getElement().setAttribute("aria-label", spec.name());
    if (editor.readOnly() && control instanceof HasEnabled hasEnabled) {
      hasEnabled.setEnabled(false);
    }
    var line = new PreviewLine();
    Div head =
        Look.div(
            "pb-field-top", Look.span("pb-strong", spec.name()), Look.span("pb-type", spec.type()));
    add(head, control, line);
    String description = spec.description();
    if (description != null) {
      add(Look.div("pb-dz-hint", new Span(description)));
    }
    Runnable refresh = () -> line.show(null, null, editor.problems(spec.field()));
    editor.onRefresh(refresh);
    refresh.run();
  }
}
