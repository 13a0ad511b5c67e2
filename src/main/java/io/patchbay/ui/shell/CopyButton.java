package io.patchbay.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;

/** Puts a text on the clipboard in the browser itself, and says so. */
public final class CopyButton extends Button {

  private CopyButton(String copied, String what) {
    Clipboard.onClick(this)
        .writeText(
            copied,
            text -> Toasts.success(what + " copied"),
            error ->
                Toasts.error(
                    "The browser did not let Patchbay copy",
                    "Copying needs https or localhost. Select the text and copy it by hand."));
  }

  /** An icon that copies {@code copied}; {@code what} names it, for example {@code Address}. */
  public static CopyButton icon(String copied, String what) {
    var button = new CopyButton(copied, what);
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.addClassName("pb-icon-button");
    button.setIcon(Icons.COPY.create());
    button.setAriaLabel("Copy " + what.toLowerCase(java.util.Locale.ROOT));
    button.setTooltipText("Copy " + what.toLowerCase(java.util.Locale.ROOT));
    return button;
  }

  /** A link that copies {@code copied}, for example {@code Copy as cURL}. */
  public static CopyButton link(String text, String copied, String what) {
    var button = new CopyButton(copied, what);
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.addClassName("pb-link");
    button.setText(text);
    return button;
  }
}
