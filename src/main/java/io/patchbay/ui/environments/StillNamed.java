package io.patchbay.ui.environments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import io.patchbay.ui.shell.Buttons;

/** Says why an environment cannot be deleted: who names it. */
final class StillNamed extends Dialog {

  StillNamed(String environment, Component naming) {
    addClassName("pb-dialog");
    setHeaderTitle("Environment %s is in use".formatted(environment));
    setWidth("440px");
    add(new Paragraph("It is named by these; choose another environment there first."), naming);
    getFooter().add(Buttons.primary("Close", null, this::close));
  }
}
