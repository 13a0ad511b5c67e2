package io.patchbay.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.patchbay.account.LinkService;
import io.patchbay.account.OpenLink;
import io.patchbay.account.UserView;
import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import io.patchbay.ui.shell.Icons;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Takes up an invitation, or sets a new password; its address works once. */
@Route(value = "invitation", autoLayout = false)
@PageTitle("Welcome · Patchbay")
@AnonymousAllowed
class InvitationView extends Div implements HasUrlParameter<String> {

  private final transient Entrance entrance;
  private final transient LinkService links;
  private final transient Doorman doorman;
  private final Div problem = new Div();
  private String token = "";

  InvitationView(Entrance entrance, LinkService links, Doorman doorman) {
    this.entrance = entrance;
    this.links = links;
    this.doorman = doorman;
  }

  @Override
  public void setParameter(BeforeEvent event, String parameter) {
    token = parameter;
    switch (links.open(token).orElse(null)) {
      case OpenLink.Join join when join.knownUser() -> showKnown(join);
      case OpenLink.Join join -> showNew(join);
      case OpenLink.NewPassword newPassword -> showNewPassword(newPassword);
      case OpenLink.SetUp _ -> doorman.showUsedUp(this, "invitation");
      case null -> doorman.showUsedUp(this, "invitation");
    }
  }

  private void showNew(OpenLink.Join join) {
    var password = new NewPasswordField(join::email);
    show(
        "Join " + join.workspaceName(),
        "%s invited you as %s. Choose a password for this server."
            .formatted(join.invitedBy(), join.role().word()),
        join.email(),
        password,
        "Join",
        () -> links.join(token, password.value(), Doorman.address()),
        password::refuse);
    password.focus();
  }

  private void showKnown(OpenLink.Join join) {
    PasswordField password = Entrance.password("Password", "current-password");
    show(
        "Join " + join.workspaceName(),
        "%s invited you as %s. You have an account here: your password joins."
            .formatted(join.invitedBy(), join.role().word()),
        join.email(),
        password,
        "Sign in and join",
        () -> links.join(token, password.getValue(), Doorman.address()),
        message -> {
          password.setErrorMessage(message);
          password.setInvalid(true);
        });
    password.focus();
  }

  private void showNewPassword(OpenLink.NewPassword link) {
    var password = new NewPasswordField(link::email);
    show(
        "Set a new password",
        "You will be signed out everywhere else.",
        link.email(),
        password,
        "Set password and sign in",
        () -> links.newPassword(token, password.value()),
        password::refuse);
    password.focus();
  }

  private void show(
      String heading,
      String below,
      String address,
      Component password,
      String verb,
      Supplier<UserView> deed,
      Consumer<String> refusal) {
    var email = Entrance.email();
    email.setValue(address);
    email.setReadOnly(true);
    var button = Entrance.button(verb);
    button.addClickListener(_ -> attempt(deed, refusal));
    button.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
    entrance.furnish(
        this,
        entrance.versionAndState(),
        Entrance.heading(heading),
        Entrance.below(below),
        Entrance.fields(email, password, problem, button));
  }

  private void attempt(Supplier<UserView> deed, Consumer<String> refusal) {
    problem.removeAll();
    try {
      doorman.letIn(deed.get());
    } catch (InvalidException e) {
      e.problems().forEach(found -> refusal.accept(found.message()));
    } catch (ConflictException | NotFoundException e) {
      problem.add(Entrance.band("error", Icons.CIRCLE_X, new Text(String.valueOf(e.getMessage()))));
    }
  }
}
