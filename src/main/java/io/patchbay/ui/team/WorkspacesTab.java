package io.patchbay.ui.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.account.WorkspaceService;
import io.patchbay.account.WorkspaceView;
import io.patchbay.common.Access.Role;
import io.patchbay.common.UserId;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Confirm;
import io.patchbay.ui.shell.Grids;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.Visit;
import io.patchbay.ui.shell.Visits;

/** The workspaces that the user may enter; their admins rename and delete them here. */
final class WorkspacesTab extends Div {

  private final transient Visit visit;
  private final transient Visits visits;
  private final transient WorkspaceService workspaces;
  private final transient UserId user;
  private final Grid<WorkspaceView> grid;

  WorkspacesTab(Visit visit, Visits visits, WorkspaceService workspaces) {
    this.visit = visit;
    this.visits = visits;
    this.workspaces = workspaces;
    this.user = visit.access().user();
    this.grid = Grids.opening("Workspaces", workspace -> go(workspace.slug() + "/home"));
    addClassName("pb-list-body");
    Grids.column(grid, "Workspace", this::name).setFlexGrow(2).setWidth("240px");
    grid.addColumn(workspace -> Roles.title(workspace.role()))
        .setHeader("Your role")
        .setWidth("140px")
        .setFlexGrow(1);
    Grids.column(grid, "", this::actions).setWidth("112px").setFlexGrow(0);
    add(grid);
    load();
  }

  /** Reads everything anew. */
  void load() {
    grid.setItems(workspaces.list(user));
  }

  private Component name(WorkspaceView workspace) {
    var first = Look.line("pb-row pb-gap-s", Look.span("pb-strong", workspace.name()));
    if (isHere(workspace)) {
      first.add(Badges.tag("", "here"));
    }
    return Look.two(first, Look.span("pb-mono", workspace.slug()));
  }

  private Component actions(WorkspaceView workspace) {
    if (workspace.role() != Role.ADMIN) {
      return new Span();
    }
    return Look.row(
        Buttons.icon(
            Icons.PENCIL,
            "Rename workspace " + workspace.name(),
            () -> new RenameDialog(workspace.name(), name -> rename(workspace, name)).open()),
        Buttons.icon(
            Icons.TRASH_2, "Delete workspace " + workspace.name(), () -> askToDelete(workspace)));
  }

  private void rename(WorkspaceView workspace, String name) {
    workspaces.rename(visits.of(workspace.slug()).access(), name);
    if (isHere(workspace)) {
      getUI().ifPresent(ui -> ui.getPage().reload());
    } else {
      Toasts.success("Renamed to %s".formatted(name));
      load();
    }
  }

  private void askToDelete(WorkspaceView workspace) {
    new Confirm(
            "Delete workspace '%s'?".formatted(workspace.name()),
            "All its APIs, credentials, flows and runs go with it, for good, and all its webhooks"
                + " stop. Nobody can bring them back.",
            "Delete workspace",
            () -> delete(workspace))
        .typed(workspace.slug())
        .open();
  }

  private void delete(WorkspaceView workspace) {
    workspaces.delete(visits.of(workspace.slug()).access(), workspace.slug());
    if (isHere(workspace)) {
      getUI().ifPresent(ui -> ui.getPage().setLocation(""));
    } else {
      Toasts.success("Workspace '%s' deleted".formatted(workspace.name()));
      load();
    }
  }

  private boolean isHere(WorkspaceView workspace) {
    return workspace.slug().equals(visit.workspace());
  }

  private void go(String path) {
    getUI().ifPresent(ui -> ui.navigate(path));
  }
}
