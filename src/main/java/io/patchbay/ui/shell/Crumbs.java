package io.patchbay.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;

/** The way from a list to what is shown, as links. */
public final class Crumbs extends Nav {

  public Crumbs() {
    addClassName("pb-crumb");
    getElement().setAttribute("aria-label", "Where you are");
  }

  /** One step of the way. */
  public Crumbs to(String path, String text) {
    add(Look.link(path, text), slash());
    return this;
  }

  /** What is shown, the last step. */
  public Crumbs here(Component... parts) {
    for (Component part : parts) {
      add(part);
    }
    parts[parts.length - 1].getElement().setAttribute("aria-current", "page");
    return this;
  }

  private static Component slash() {
    var slash = Look.span("", "/");
    slash.getElement().setAttribute("aria-hidden", "true");
    return slash;
  }
}
