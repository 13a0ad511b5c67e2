package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.patchbay.flow.CallStep;
import io.patchbay.ui.designer.editing.AppliedCustomization;
import io.patchbay.ui.designer.editing.AppliedCustomization.Origin;
import io.patchbay.ui.designer.editing.MoveCable;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
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
                  "Nothing changes how this call is made. Drag a customization from the palette"
                      + " onto the step, or patch its cable to the step's left edge.")));
      return;
    }
    add(Look.div("pb-dz-hint", new Span("Applied from top to bottom; later wins.")));
    List<AppliedCustomization> ofFlow =
        all.stream().filter(one -> one.origin() == Origin.FLOW).toList();
    for (AppliedCustomization one : all) {
      Div line = Look.div("pb-dz-applied", row(one));
      int place = ofFlow.indexOf(one);
      if (place >= 0 && ofFlow.size() > 1 && !editor.readOnly()) {
        line.add(
            mover(one, Icons.ARROW_UP, "Apply earlier", -1, place > 0),
            mover(one, Icons.ARROW_DOWN, "Apply later", 1, place < ofFlow.size() - 1));
      }
      add(line);
    }
  }

  private NativeButton row(AppliedCustomization one) {
    var row = new NativeButton();
    row.addClassNames("pb-dz-row", "copper");
    row.add(
        one.icon().create("pb-i14"),
        Look.two(new Span(one.name()), Look.title(one.detail(), new Span(one.detail()))),
        Look.span("pb-end pb-text-3", one.origin().words()));
    String step = one.step();
    if (step != null) {
      row.addClickListener(event -> editor.drawing().select(Set.of(step)));
    } else {
      row.setEnabled(false);
    }
    return row;
  }

  private Button mover(
      AppliedCustomization one, Icons icon, String name, int by, boolean possible) {
    String step = String.valueOf(one.step());
    var button =
        Buttons.icon(
            icon,
            name,
            () -> editor.drawing().applyAndReload(new MoveCable(step, editor.step().id(), by)));
    button.setEnabled(possible);
    return button;
  }
}
