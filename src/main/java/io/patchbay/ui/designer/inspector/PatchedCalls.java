package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.Link;
import io.patchbay.flow.Step;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.List;
import java.util.Set;

/** The calls that a customization is patched to. */
final class PatchedCalls extends Div {

  private final StepEditor<? extends CustomizationStep> editor;

  PatchedCalls(StepEditor<? extends CustomizationStep> editor) {
    this.editor = editor;
    addClassNames("pb-dz-input", "pb-dz-patched");
    editor.onRefresh(this::show);
    show();
  }

  private void show() {
    removeAll();
    add(Look.div("pb-field-top", Look.span("pb-strong", "Patched to")));
    var flow = editor.drawing().flow();
    List<String> calls =
        flow.links().stream()
            .filter(link -> link.isCable() && link.from().equals(editor.step().id()))
            .map(Link::to)
            .toList();
    if (calls.isEmpty()) {
      add(
          Look.div(
              "pb-dz-hint",
              new Span("No call yet. Draw a cable from its jack to the left edge of a call.")));
    }
    for (String id : calls) {
      var row = new NativeButton(flow.step(id).map(Step::label).orElse(id));
      row.addClassName("pb-dz-row");
      row.addComponentAsFirst(Icons.PLUG.create("pb-i14"));
      row.addClickListener(event -> editor.drawing().select(Set.of(id)));
      add(row);
    }
  }
}
