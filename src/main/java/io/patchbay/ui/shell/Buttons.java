package io.patchbay.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import org.jspecify.annotations.Nullable;

/** The buttons of the product: one primary in a view, the others neutral. */
public final class Buttons {

  private Buttons() {}

  /** The one thing that a view is for. */
  public static Button primary(String text, @Nullable Icons icon, Runnable action) {
    var button = neutral(text, icon, action);
    button.addThemeVariants(ButtonVariant.PRIMARY);
    return button;
  }

  /** Everything else. */
  public static Button neutral(String text, @Nullable Icons icon, Runnable action) {
    var button = new Button(text, event -> action.run());
    if (icon != null) {
      button.setIcon(icon.create());
    }
    return button;
  }

  /** Without an edge, beside others. */
  public static Button quiet(String text, @Nullable Icons icon, Runnable action) {
    var button = neutral(text, icon, action);
    button.addThemeVariants(ButtonVariant.TERTIARY);
    return button;
  }

  /** A link in the text that acts. */
  public static Button link(String text, Runnable action) {
    var button = quiet(text, null, action);
    button.addClassName("pb-link");
    return button;
  }

  /** Red text: leads to a confirmation, or acts where nothing is lost. */
  public static Button danger(String text, @Nullable Icons icon, Runnable action) {
    var button = neutral(text, icon, action);
    button.addThemeVariants(ButtonVariant.ERROR);
    return button;
  }

  /** An icon alone, which has a name for all that. */
  public static Button icon(Icons icon, String name, Runnable action) {
    var button = quiet("", icon, action);
    button.addClassName("pb-icon-button");
    button.setAriaLabel(name);
    button.setTooltipText(name);
    return button;
  }

  /**
   * Presses the button by key while no dialog covers it, and shows the key in it where {@code
   * shown} is not empty. The keys are read by frontend/shell/keys.ts.
   *
   * @param key for example {@code n} or {@code Ctrl+Enter}
   */
  public static Button key(Button button, String key, String shown) {
    button.getElement().setAttribute("data-key", key);
    if (!shown.isEmpty()) {
      button.setSuffixComponent(Look.kbd(shown));
    }
    return button;
  }
}
