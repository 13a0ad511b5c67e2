package io.patchbay.ui.team;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.common.InvalidException;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.UiErrorHandler;
import java.util.function.Consumer;

/** Gives a workspace another name for people. */
final class RenameDialog extends Dialog {

  RenameDialog(String current, Consumer<String> onRename) {
    addClassName("pb-dialog");
    setHeaderTitle("Rename workspace");
    setWidth("420px");
    var name = new TextField("Name");
    name.setWidthFull();
    name.setValue(current);
    name.setAutofocus(true);
    name.setAutoselect(true);
    name.setHelperText("Its name in addresses stays as it is.");
    name.setValueChangeMode(ValueChangeMode.EAGER);
    name.addValueChangeListener(event -> name.setInvalid(false));
    var rename =
        Buttons.primary(
            "Rename",
            null,
            () -> {
              try {
                onRename.accept(name.getValue().strip());
                close();
              } catch (InvalidException e) {
                name.setErrorMessage(UiErrorHandler.sentences(e));
                name.setInvalid(true);
              }
            });
    rename.addClickShortcut(Key.ENTER);
    add(name);
    getFooter().add(Buttons.neutral("Cancel", null, this::close), rename);
  }
}
