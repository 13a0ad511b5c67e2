package io.patchbay.ui.shell;

import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.patchbay.account.AccountService;
import io.patchbay.account.CurrentUser;
import io.patchbay.account.WorkspaceService;
import io.patchbay.account.WorkspaceView;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Shows the workspace and leads to the others. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class WorkspaceMenu extends NativeButton {

  private final transient WorkspaceService workspaces;
  private final transient AccountService accounts;
  private final transient CurrentUser currentUser;
  private final Span name = Look.span("pb-grow pb-ellipsis", "");
  private final ContextMenu menu = new ContextMenu(this);

  WorkspaceMenu(WorkspaceService workspaces, AccountService accounts, CurrentUser currentUser) {
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.currentUser = currentUser;
    addClassName("pb-workspace");
    add(new Logo(), name, Icons.CHEVRONS_UP_DOWN.create("pb-i14"));
    menu.setOpenOnClick(true);
    Look.testId("workspaces", this);
  }

  void show(Visit visit) {
    List<WorkspaceView> all = workspaces.list(currentUser.id());
    String current =
        all.stream()
            .filter(workspace -> workspace.slug().equals(visit.workspace()))
            .map(WorkspaceView::name)
            .findFirst()
            .orElse(visit.workspace());
    name.setText(current);
    setAriaLabel("Workspace " + current + ", change");
    getElement().setAttribute("title", current);
    menu.removeAll();
    for (WorkspaceView workspace : all) {
      var item = menu.addItem(workspace.name(), event -> go(workspace.slug()));
      item.setCheckable(true);
      item.setChecked(workspace.slug().equals(visit.workspace()));
    }
    menu.addSeparator();
    menu.addItem("Members and workspaces", event -> go(visit.path("team")));
    if (accounts.get(currentUser.id()).administrator()) {
      menu.addItem("New workspace", event -> openNew());
    }
  }

  private void openNew() {
    new NewWorkspaceDialog(workspaces, currentUser.id(), slug -> go(slug)).open();
  }

  private void go(String path) {
    getUI().ifPresent(ui -> ui.navigate(path.contains("/") ? path : path + "/home"));
  }
}
