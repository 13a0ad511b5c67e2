package io.patchbay.ui.apis;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Look;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Asks for the name of a schema that is made or renamed. */
final class SchemaNameDialog extends Dialog {

  /**
   * A dialog.
   *
   * @param save does it; whether that went well
   * @param onSaved gets the name after that
   */
  SchemaNameDialog(
      ApiDraft draft,
      String title,
      String before,
      Predicate<String> save,
      Consumer<String> onSaved) {
    addClassName("pb-dialog");
    setHeaderTitle(title);
    setWidth("420px");
    var name = new TextField("Name");
    name.setWidthFull();
    name.addClassName("pb-mono-field");
    name.setPlaceholder("Contact");
    name.setValue(before);
    name.setAutofocus(true);
    name.setHelperText("Methods refer to the schema by this name.");
    Look.testId("schema-name", name);
    var button =
        Buttons.primary(
            before.isEmpty() ? "Add schema" : "Rename",
            null,
            () -> {
              String chosen = name.getValue().strip();
              if (chosen.isEmpty() || draft.schemas().get(chosen).isPresent()) {
                name.setErrorMessage(
                    chosen.isEmpty()
                        ? "Give the schema a name."
                        : "There is a schema '%s' already.".formatted(chosen));
                name.setInvalid(true);
              } else if (save.test(chosen)) {
                close();
                onSaved.accept(chosen);
              }
            });
    button.addClickShortcut(Key.ENTER);
    Look.testId("save-schema-name", button);
    add(Look.div("pb-form", name));
    getFooter().add(Buttons.neutral("Cancel", null, this::close), button);
  }
}
