package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.patchbay.flow.CallStep;
import io.patchbay.ui.designer.editing.AppliedCustomization;
import io.patchbay.ui.shell.Look;
import java.util.List;
import java.util.Set;

/** What changes how a call is made, in the order in which it applies. */
final class CustomizeTab extends Div {

  private final StepEditor<CallStep> editor;

  CustomizeTab(StepEditor<CallStep> editor) {
    this.editor = editor;
    addClassName("pb-dz-input");
    editor.onRefresh(this::show);
    show();
  }

  private void show() {
    removeAll();
    List<AppliedCustomization> all =
        AppliedCustomization.of(editor.drawing().flow(), editor.step(), editor.drawing().lookup());
    if (all.isEmpty()) {
      add(
          Look.div(
              "pb-dz-hint",
              new Span(
                  "Nothing changes how this call is made. Drag Headers from the palette and patch"
                      + " its cable to the left edge of the step.")));
      return;
    }
    add(Look.div("pb-dz-hint", new Span("Applied from top to bottom; later wins.")));
    for (AppliedCustomization one : all) {
      var row = new NativeButton();
      row.addClassNames("pb-dz-row", "copper");
      row.add(
          one.icon().create("pb-i14"),
          Look.two(new Span(one.name()), new Span(one.detail())),
          Look.span("pb-end pb-text-3", one.origin().words()));
      String step = one.step();
      if (step != null) {
        row.addClickListener(event -> editor.drawing().select(Set.of(step)));
      } else {
        row.setEnabled(false);
      }
      add(row);
    }
  }
}
