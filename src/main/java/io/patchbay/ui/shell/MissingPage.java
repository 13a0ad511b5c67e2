package io.patchbay.ui.shell;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** Stands in for an address that no page has. */
@AnonymousAllowed
class MissingPage extends Main implements HasErrorParameter<NotFoundException> {

  MissingPage() {
    addClassName("pb-alone");
    add(
        new Logo(),
        new EmptyState(
            "There is no such page",
            "The address may be from an older link.",
            Look.link("", "To your workspace")));
  }

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
    return HttpServletResponse.SC_NOT_FOUND;
  }
}
