package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.patchbay.ui.shell.Look;

/** A control with its name above and what is wrong with it below. */
final class FieldBlock {

  private FieldBlock() {}

  /** The block; {@code field} is its name in problems. */
  static Div of(String title, String field, StepEditor<?> editor, Component control) {
    var line = new PreviewLine();
    Div block =
        Look.div(
            "pb-dz-input", Look.div("pb-field-top", Look.span("pb-strong", title)), control, line);
    block.getElement().setAttribute("data-field", field);
    Look.testId("input-" + field, block);
    Runnable refresh = () -> line.show(null, null, editor.problems(field));
    editor.onRefresh(refresh);
    refresh.run();
    return block;
  }
}
