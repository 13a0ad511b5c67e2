package io.patchbay.ui.home;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.patchbay.account.WorkspaceService;
import io.patchbay.api.ApiService;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.credential.CredentialService;
import io.patchbay.flow.FlowService;
import io.patchbay.run.RunService;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.PageHead;
import io.patchbay.ui.shell.Visit;
import io.patchbay.ui.shell.Visits;
import jakarta.annotation.security.PermitAll;

/** Where to start while a workspace is new, and how its flows do once they run. */
@Route(":workspace/home")
@PageTitle("Home · Patchbay")
@PermitAll
@StyleSheet("context://assets/theme/credentials.css")
class HomeView extends Div implements BeforeEnterObserver {

  private final transient Visits visits;
  private final transient WorkspaceService workspaces;
  private final transient ApiService apis;
  private final transient FlowService flows;
  private final transient CredentialService credentials;
  private final transient RunService runs;
  private final transient RunPanels panels;
  private final transient CertificatePanel certificates;
  private final transient ServerFacts server;
  private final transient SampleOffer sample;

  HomeView(
      Visits visits,
      WorkspaceService workspaces,
      ApiService apis,
      FlowService flows,
      CredentialService credentials,
      RunService runs,
      RunPanels panels,
      CertificatePanel certificates,
      ServerFacts server,
      SampleOffer sample) {
    this.visits = visits;
    this.workspaces = workspaces;
    this.apis = apis;
    this.flows = flows;
    this.credentials = credentials;
    this.runs = runs;
    this.panels = panels;
    this.certificates = certificates;
    this.server = server;
    this.sample = sample;
    addClassName("pb-page");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    Visit visit = visits.of(event);
    Access access = visit.access();
    int apiCount = apis.list(access, null).size();
    int flowCount = flows.list(access, null).size();
    int credentialCount = credentials.list(access, null).size();
    boolean started = flowCount > 0;
    add(head(visit, access, started));
    var main = Look.div("pb-home-main");
    if (!started || apiCount == 0) {
      main.add(new StartCards(visit, apiCount > 0, credentialCount > 0));
      sample.card(visit).ifPresent(main::add);
    }
    if (started) {
      main.add(panels.figures(visit, runs.counts(access)));
      panels.failing(visit).ifPresent(main::add);
    }
    certificates.expiring(visit).ifPresent(main::add);
    main.add(panels.latest(visit));
    add(Look.div("pb-home", main, server.aside(visit)));
  }

  private PageHead head(Visit visit, Access access, boolean started) {
    var newFlow =
        Buttons.neutral(
            "New flow",
            Icons.PLUS,
            () -> getUI().ifPresent(ui -> ui.navigate(visit.path("flows"))));
    var invite =
        Buttons.neutral(
            "Invite",
            Icons.USER_PLUS,
            () -> getUI().ifPresent(ui -> ui.navigate(visit.path("team"))));
    var head =
        new PageHead(
            workspaces.get(access).name(),
            visit.needs(Role.ADMIN, invite),
            visit.needs(Role.EDITOR, newFlow));
    head.note(started ? "" : "new workspace");
    return head;
  }
}
