package io.patchbay.ui.environments;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.UiErrorHandler;
import java.util.function.Consumer;

/** Asks for the name of an environment that is made or renamed. */
final class EnvironmentNameDialog extends Dialog {

  /**
   * A dialog.
   *
   * @param save does it, or throws what is wrong with the name
   */
  EnvironmentNameDialog(String title, String verb, String before, Consumer<String> save) {
    addClassName("pb-dialog");
    setHeaderTitle(title);
    setWidth("420px");
    var name = new TextField("Name");
    name.setWidthFull();
    name.addClassName("pb-mono-field");
    name.setPlaceholder("staging");
    name.setValue(before);
    name.setAutofocus(true);
    name.setHelperText("Webhooks and the management API name it so: small letters, digits and -.");
    Look.testId("environment-name", name);
    var button =
        Buttons.primary(
            verb,
            null,
            () -> {
              try {
                save.accept(name.getValue().strip());
                close();
              } catch (InvalidException e) {
                refuse(name, UiErrorHandler.sentences(e));
              } catch (ConflictException e) {
                refuse(name, String.valueOf(e.getMessage()));
              }
            });
    button.addClickShortcut(Key.ENTER);
    Look.testId("save-environment-name", button);
    add(Look.div("pb-form", name));
    getFooter().add(Buttons.neutral("Cancel", null, this::close), button);
  }

  private static void refuse(TextField name, String why) {
    name.setErrorMessage(why);
    name.setInvalid(true);
  }
}
