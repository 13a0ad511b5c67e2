package io.patchbay.ui.shell;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import io.patchbay.common.NotFoundException;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** Stands in for a page that leads to something that is not there, or not for this user. */
@PermitAll
class MissingView extends Main implements HasErrorParameter<NotFoundException> {

  MissingView() {
    addClassName("pb-alone");
  }

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
    removeAll();
    String message = parameter.getException().getMessage();
    add(
        new Logo(),
        new EmptyState(
            message == null ? "There is nothing here" : message,
            "It may have been deleted or renamed, or it is in a workspace that you are not in.",
            Look.link("", "To your workspace")));
    return HttpServletResponse.SC_NOT_FOUND;
  }
}
