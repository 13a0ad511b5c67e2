package io.patchbay.ui.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.account.WorkspaceService;
import io.patchbay.common.Slug;
import io.patchbay.common.UserId;
import java.util.function.Consumer;

/** Makes a workspace. */
public final class NewWorkspaceDialog extends Dialog {

  /** Makes one as {@code administrator}; {@code onMade} gets its slug. */
  public NewWorkspaceDialog(
      WorkspaceService workspaces, UserId administrator, Consumer<String> onMade) {
    addClassName("pb-dialog");
    setHeaderTitle("New workspace");
    setWidth("420px");
    var name = new TextField("Name");
    name.setWidthFull();
    name.setPlaceholder("Sales sync");
    name.setAutofocus(true);
    var slug = new TextField("Name in addresses");
    slug.setWidthFull();
    slug.setHelperText("Stays as it is for good: webhooks and links hold it.");
    name.setValueChangeMode(ValueChangeMode.EAGER);
    name.addValueChangeListener(event -> slug.setValue(Slug.of(event.getValue(), "")));
    var create =
        Buttons.primary(
            "Create workspace",
            null,
            () -> {
              var made =
                  workspaces.create(
                      administrator, slug.getValue().strip(), name.getValue().strip());
              close();
              onMade.accept(made.slug());
            });
    create.addClickShortcut(Key.ENTER);
    Look.testId("create-workspace", create);
    add(Look.div("pb-form", name, slug));
    getFooter().add(Buttons.neutral("Cancel", null, this::close), create);
  }
}
