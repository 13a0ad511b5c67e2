package io.patchbay.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.patchbay.account.AccountService;
import io.patchbay.account.BrowserSecurity;
import io.patchbay.account.CurrentUser;
import io.patchbay.ui.shell.Icons;
import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * Asks for e-mail and password. A plain form that the browser posts, so that password managers know
 * it and nothing of it passes through the page's own traffic.
 */
@Route(value = "sign-in", autoLayout = false)
@PageTitle("Sign in · Patchbay")
@AnonymousAllowed
class SignInView extends Div implements BeforeEnterObserver {

  private final transient Entrance entrance;
  private final transient AccountService accounts;
  private final transient CurrentUser currentUser;
  private final String host;

  SignInView(
      Entrance entrance,
      AccountService accounts,
      CurrentUser currentUser,
      @Value("${patchbay.public-url}") String publicUrl) {
    this.entrance = entrance;
    this.accounts = accounts;
    this.currentUser = currentUser;
    this.host = Optional.ofNullable(URI.create(publicUrl).getAuthority()).orElse("this server");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (currentUser.ifAny().isPresent()) {
      event.forwardTo("");
      return;
    }
    if (!accounts.hasAdministrator()) {
      showNotSetUp();
      return;
    }
    var form = form(message(event.getLocation().getQueryParameters()));
    entrance.furnish(
        this,
        entrance.versionAndState(),
        Entrance.heading("Sign in"),
        Entrance.below("to " + host),
        form,
        forgotten());
  }

  private void showNotSetUp() {
    entrance.furnish(
        this,
        entrance.versionAndDatabase(),
        Entrance.heading("Not set up yet"),
        Entrance.below(
            "Open the address that the server printed to its log when it started: it ends in"
                + " /setup/ and a long key. It makes you the administrator."));
  }

  private Component form(Optional<Component> message) {
    TextField email = Entrance.email();
    email.getElement().setProperty("name", BrowserSecurity.EMAIL);
    email.setAutofocus(true);
    PasswordField password = Entrance.password("Password", "current-password");
    password.getElement().setProperty("name", BrowserSecurity.PASSWORD);
    var keep = new Checkbox("Keep me signed in for 30 days");
    keep.getElement().setProperty("name", BrowserSecurity.KEEP);
    var button = Entrance.button("Sign in");
    button.getElement().setAttribute("type", "submit");

    var form = new Div();
    form.getElement().appendChild(formElement());
    var element = form.getElement().getChild(0);
    message.ifPresent(m -> element.appendChild(m.getElement()));
    element.appendChild(
        email.getElement(), password.getElement(), keep.getElement(), button.getElement());
    return form;
  }

  private static Element formElement() {
    var form = new Element("form");
    form.setAttribute("method", "post");
    form.setAttribute("action", BrowserSecurity.SIGN_IN.substring(1));
    csrf()
        .ifPresent(token -> {
          var hidden = new Element("input");
          hidden.setAttribute("type", "hidden");
          hidden.setAttribute("name", token.getParameterName());
          hidden.setAttribute("value", token.getToken());
          form.appendChild(hidden);
        });
    return form;
  }

  private static Optional<CsrfToken> csrf() {
    var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? Optional.of(token)
        : Optional.empty();
  }

  private static Optional<Component> message(QueryParameters query) {
    if (query.getSingleParameter("wrong").isPresent()) {
      return Optional.of(error("E-mail or password is wrong."));
    }
    if (query.getSingleParameter("expired").isPresent()) {
      return Optional.of(error("This page was open for too long. Sign in now."));
    }
    return query
        .getSingleParameter("wait")
        .filter(seconds -> seconds.matches("\\d{1,5}"))
        .map(seconds -> error("Too many attempts. The next one is possible in " + seconds + " s."));
  }

  private static Component error(String text) {
    return Entrance.band("error", Icons.CIRCLE_X, new Text(text));
  }

  private static Component forgotten() {
    var answer =
        new Text("An administrator of this server can give you a link to set a new password.");
    var details = new Details("Forgot the password?", answer);
    details.addClassNames("pb-small", "pb-text-2");
    details.getStyle().set("margin-top", "14px");
    return details;
  }
}
