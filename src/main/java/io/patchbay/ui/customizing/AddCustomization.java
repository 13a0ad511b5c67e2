package io.patchbay.ui.customizing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Span;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.function.Consumer;

/** A button that offers all kinds of customizations, each with what it does. */
final class AddCustomization extends Button {

  AddCustomization(Consumer<CustomizationKind> onChoice) {
    super("Add customization", Icons.PLUS.create());
    Look.testId("add-customization", this);
    getElement().setAttribute("aria-haspopup", "menu");
    var menu = new ContextMenu(this);
    menu.setOpenOnClick(true);
    for (CustomizationKind kind : CustomizationKind.values()) {
      var row =
          Look.div(
              "pb-cz-choice-row",
              Look.line("pb-mono-tile copper", kind.icon().create("pb-i14")),
              Look.two(new Span(kind.title()), new Span(kind.sentence())));
      Look.testId("add-" + kind.kind(), row);
      menu.addItem(row, event -> onChoice.accept(kind));
    }
  }
}
