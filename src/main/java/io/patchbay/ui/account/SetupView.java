package io.patchbay.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.patchbay.account.LinkService;
import io.patchbay.account.OpenLink;
import io.patchbay.account.WorkspaceSlugs;
import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import io.patchbay.sample.SampleWorkspace;
import io.patchbay.ui.shell.Icons;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;

/** Makes the first administrator and the first workspace; its address works once. */
@Route(value = "setup", autoLayout = false)
@PageTitle("Set up · Patchbay")
@AnonymousAllowed
class SetupView extends Div implements HasUrlParameter<String> {

  private final transient Entrance entrance;
  private final transient LinkService links;
  private final transient Doorman doorman;
  private final transient SampleWorkspace sample;
  private final String masterKey;

  private final TextField email = Entrance.email();
  private final NewPasswordField password = new NewPasswordField(email::getValue);
  private final TextField workspace = new TextField("First workspace");
  private final Checkbox stored = new Checkbox("I have stored a copy");
  private final Checkbox withSample = new Checkbox("Add the sample workspace");
  private final Div problem = new Div();
  private String token = "";

  SetupView(
      Entrance entrance,
      LinkService links,
      Doorman doorman,
      SampleWorkspace sample,
      @Value("${patchbay.sample:false}") boolean sampleWished,
      @Value("${patchbay.data-dir:data}") Path dataDir,
      @Value("${patchbay.master-key-file:}") String masterKeyFile) {
    this.entrance = entrance;
    this.links = links;
    this.doorman = doorman;
    this.sample = sample;
    withSample.setValue(sampleWished);
    withSample.setHelperText("An orders API of this very server and two flows that run.");
    this.masterKey =
        masterKeyFile.isBlank() ? dataDir.resolve("master.key").toString() : masterKeyFile.strip();
  }

  @Override
  public void setParameter(BeforeEvent event, String parameter) {
    token = parameter;
    if (links.open(token).orElse(null) instanceof OpenLink.SetUp) {
      showForm();
    } else {
      doorman.showUsedUp(this, "set-up address");
    }
  }

  private void showForm() {
    var once = new Span("First start, this address works once");
    once.addClassNames("pb-tag", "accent");
    once.getStyle().set("margin-bottom", "10px");
    email.setAutofocus(true);
    workspace.setWidthFull();
    workspace.setValue("Main");
    workspace.setValueChangeMode(ValueChangeMode.EAGER);
    workspace.addValueChangeListener(_ -> showSlug());
    showSlug();
    var button = Entrance.button("Create and continue");
    button.addClickListener(_ -> create());
    button.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
    entrance.furnish(
        this,
        entrance.versionAndDatabase(),
        once,
        Entrance.heading("Set up this server"),
        Entrance.below("You become its administrator. Others join by invitation."),
        Entrance.fields(
            email, password, workspace, keepMasterKey(), stored, withSample, problem, button));
  }

  private void showSlug() {
    workspace.setHelperText(
        "A team's room for APIs, flows and runs. Address: "
            + WorkspaceSlugs.of(workspace.getValue()));
  }

  private Component keepMasterKey() {
    var keep = new Span("Keep a copy of the master key.");
    keep.addClassName("pb-strong");
    var path = new Span(masterKey);
    path.addClassName("pb-mono-s");
    path.getStyle().set("overflow-wrap", "anywhere");
    return Entrance.band(
        "warning",
        Icons.KEY_ROUND,
        keep,
        new Text(" Without it, stored secrets cannot be read again. It lies in "),
        path,
        new Text("."));
  }

  private void create() {
    problem.removeAll();
    email.setInvalid(false);
    if (!stored.getValue()) {
      say("Store a copy of the master key first, then tick the box.");
      return;
    }
    try {
      var user = links.setUp(token, email.getValue(), password.value(), workspace.getValue());
      if (withSample.getValue()) {
        sample.create(user.id());
      }
      doorman.letIn(user);
    } catch (InvalidException e) {
      e.problems().forEach(this::show);
    } catch (ConflictException | NotFoundException e) {
      say(String.valueOf(e.getMessage()));
    }
  }

  private void show(InvalidException.Problem found) {
    switch (found.where()) {
      case "email" -> {
        email.setErrorMessage(found.message());
        email.setInvalid(true);
      }
      case "password" -> password.refuse(found.message());
      default -> say(found.message());
    }
  }

  private void say(String text) {
    problem.removeAll();
    problem.add(Entrance.band("error", Icons.CIRCLE_X, new Text(text)));
  }
}
