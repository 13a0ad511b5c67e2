package io.patchbay.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;

/** A button without text that opens a menu. */
public final class MenuButton extends Button {

  private final ContextMenu menu = new ContextMenu();

  public MenuButton(Icons icon, String name) {
    super(icon.create());
    setAriaLabel(name);
    setTooltipText(name);
    menu.setTarget(this);
    menu.setOpenOnClick(true);
    getElement().setAttribute("aria-haspopup", "menu");
  }

  /** The button without an edge. */
  public MenuButton quiet() {
    addThemeVariants(ButtonVariant.TERTIARY);
    addClassName("pb-icon-button");
    return this;
  }

  /** Adds an entry. */
  public MenuButton item(String text, Runnable action) {
    menu.addItem(text, event -> action.run());
    return this;
  }

  /** Takes all entries away. */
  public void clear() {
    menu.removeAll();
  }
}
