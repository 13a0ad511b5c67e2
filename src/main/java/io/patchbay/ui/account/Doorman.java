package io.patchbay.ui.account;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.patchbay.account.BrowserSecurity;
import io.patchbay.account.UserView;

/** Lets in who came by an address that works once, or says that it does no longer. */
@SpringComponent
class Doorman {

  private final BrowserSecurity security;
  private final Entrance entrance;

  Doorman(BrowserSecurity security, Entrance entrance) {
    this.security = security;
    this.entrance = entrance;
  }

  /** Signs the user in and shows the first page. */
  void letIn(UserView user) {
    security.signIn(
        user,
        VaadinServletRequest.getCurrent().getHttpServletRequest(),
        VaadinServletResponse.getCurrent().getHttpServletResponse());
    UI.getCurrent().getPage().setLocation("/");
  }

  void showUsedUp(Div view, String what) {
    var signIn = new Anchor("sign-in", "Sign in");
    signIn.getStyle().set("display", "inline-block").set("margin-top", "16px");
    entrance.furnish(
        view,
        entrance.versionAndState(),
        Entrance.heading("This address does not work any more"),
        Entrance.below("The " + what + " was used already, or its time is over."),
        signIn);
  }

  /** Where the request at hand comes from. */
  static String address() {
    return String.valueOf(VaadinServletRequest.getCurrent().getRemoteAddr());
  }
}
