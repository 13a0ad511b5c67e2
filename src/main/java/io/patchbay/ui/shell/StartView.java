package io.patchbay.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.patchbay.account.AccountService;
import io.patchbay.account.CurrentUser;
import io.patchbay.account.WorkspaceService;
import io.patchbay.account.WorkspaceView;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The address without a workspace: leads to the last one, or says that there is none yet. */
@Route(value = "", autoLayout = false)
@PageTitle("Patchbay")
@PermitAll
class StartView extends Main implements BeforeEnterObserver {

  private final transient WorkspaceService workspaces;
  private final transient AccountService accounts;
  private final transient CurrentUser currentUser;
  private final transient AuthenticationContext authentication;

  StartView(
      WorkspaceService workspaces,
      AccountService accounts,
      CurrentUser currentUser,
      AuthenticationContext authentication) {
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.currentUser = currentUser;
    this.authentication = authentication;
    addClassName("pb-alone");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    List<WorkspaceView> mine = workspaces.list(currentUser.id());
    if (mine.isEmpty()) {
      showNone();
      return;
    }
    String last = BrowserCookie.WORKSPACE.read(VaadinService.getCurrentRequest()).orElse("");
    String slug =
        mine.stream()
            .map(WorkspaceView::slug)
            .filter(last::equals)
            .findFirst()
            .orElse(mine.getFirst().slug());
    event.forwardTo(slug + "/home");
  }

  private void showNone() {
    removeAll();
    Div empty;
    if (accounts.get(currentUser.id()).administrator()) {
      empty =
          new EmptyState(
              "No workspace yet",
              "A workspace is a team's room for APIs, flows and runs.",
              Buttons.primary("New workspace", Icons.PLUS, this::openNew));
    } else {
      empty =
          new EmptyState(
              "You are in no workspace",
              "Ask an admin of one for an invitation to %s.".formatted(currentUser.email()),
              Buttons.neutral("Sign out", Icons.LOG_OUT, authentication::logout));
    }
    add(new Logo(), empty);
  }

  private void openNew() {
    new NewWorkspaceDialog(
            workspaces,
            currentUser.id(),
            slug -> getUI().ifPresent(ui -> ui.navigate(slug + "/home")))
        .open();
  }
}
