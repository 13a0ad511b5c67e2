package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.ui.designer.editing.DeleteSteps;
import io.patchbay.ui.designer.editing.Drawing;
import io.patchbay.ui.designer.editing.NewIds;
import io.patchbay.ui.designer.editing.Rename;
import io.patchbay.ui.designer.editing.RenameId;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.MenuButton;
import io.patchbay.ui.shell.Toasts;
import java.util.Set;

/** The name of what is selected, and its name in expressions; both are changed in place. */
final class StepHead extends Div {

  private static final int PAUSE_MS = 400;

  private final Drawing drawing;
  private final String id;

  StepHead(Drawing drawing, String id, Component tile, String kind, boolean inSteps) {
    this.drawing = drawing;
    this.id = id;
    addClassName("pb-dz-head");
    String label =
        drawing
            .flow()
            .step(id)
            .map(step -> step.label())
            .or(() -> drawing.flow().trigger(id).map(trigger -> trigger.label()))
            .orElse(id);
    Input name = input(label, "Name", "pb-dz-name");
    name.setValueChangeMode(ValueChangeMode.LAZY);
    name.setValueChangeTimeout(PAUSE_MS);
    name.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        drawing.apply(new Rename(id, event.getValue()));
      }
    });
    Look.testId("step-name", name);
    Input idField = input(id, "Name in expressions", "pb-dz-id");
    idField.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    idField.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        renameId(idField, event.getValue().strip());
      }
    });
    Look.testId("step-id", idField);
    Div names =
        Look.div(
            "pb-grow",
            name,
            Look.div(
                "pb-dz-id-line",
                Look.span("pb-mono-s pb-text-3", inSteps ? "steps." : "trigger · "),
                idField));
    add(tile, names);
    if (!drawing.readOnly()) {
      add(menu(kind));
    }
  }

  private Input input(String value, String label, String className) {
    var input = new Input();
    input.setValue(value);
    input.addClassName(className);
    input.getElement().setAttribute("aria-label", label);
    input.getElement().setAttribute("spellcheck", "false");
    input.setReadOnly(drawing.readOnly());
    return input;
  }

  private void renameId(Input field, String to) {
    if (to.equals(id)) {
      return;
    }
    if (!NewIds.isValid(to)) {
      Toasts.error(
          "'%s' cannot be a name in expressions".formatted(to),
          "Use a letter, then letters, digits and _.");
      field.setValue(id);
    } else if (drawing.flow().ids().contains(to)) {
      Toasts.error("There is a step '%s' already".formatted(to), "Choose another name.");
      field.setValue(id);
    } else {
      drawing.apply(new RenameId(id, to));
      drawing.select(Set.of(to));
    }
  }

  private MenuButton menu(String kind) {
    return new MenuButton(Icons.ELLIPSIS, "More about this step")
        .quiet()
        .item(
            "Delete " + kind.toLowerCase(java.util.Locale.ROOT),
            () -> drawing.applyAndReload(new DeleteSteps(Set.of(id), Set.of())));
  }
}
