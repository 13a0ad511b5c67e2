package io.patchbay.ui.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.patchbay.account.AccountService;
import io.patchbay.account.AuditLog;
import io.patchbay.account.MemberService;
import io.patchbay.account.TokenService;
import io.patchbay.account.WorkspaceService;
import io.patchbay.common.Access.Role;
import io.patchbay.common.UserId;
import io.patchbay.http.EgressRuleService;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.NewWorkspaceDialog;
import io.patchbay.ui.shell.PageHead;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Visit;
import io.patchbay.ui.shell.Visits;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The people of a workspace, the workspaces, the user's API tokens, the record of changes and what
 * calls may reach.
 */
@Route(":workspace/team")
@PageTitle("Team · Patchbay")
@PermitAll
@StyleSheet("context://assets/theme/lists.css")
class TeamView extends Div implements BeforeEnterObserver {

  private final transient MemberService members;
  private final transient WorkspaceService workspaces;
  private final transient TokenService tokens;
  private final transient AuditLog audit;
  private final transient AccountService accounts;
  private final transient EgressRuleService outbound;
  private final transient Visits visits;
  private final transient Times times;
  private final Div content = Look.div("pb-list-body");

  TeamView(
      MemberService members,
      WorkspaceService workspaces,
      TokenService tokens,
      AuditLog audit,
      AccountService accounts,
      EgressRuleService outbound,
      Visits visits,
      Times times) {
    this.members = members;
    this.workspaces = workspaces;
    this.tokens = tokens;
    this.audit = audit;
    this.accounts = accounts;
    this.outbound = outbound;
    this.visits = visits;
    this.times = times;
    addClassName("pb-page");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Visit visit = visits.of(event);
    UserId user = visit.access().user();
    removeAll();
    var head = new PageHead("Team", newWorkspace(user), invite(visit));
    add(head, tabs(visit, user), content);
  }

  private Tabs tabs(Visit visit, UserId user) {
    Map<Tab, Supplier<Component>> pages = new LinkedHashMap<>();
    pages.put(tab("members", "Members"), () -> new MembersTab(visit, members, times));
    pages.put(tab("workspaces", "Workspaces"), () -> new WorkspacesTab(visit, visits, workspaces));
    pages.put(tab("tokens", "API tokens"), () -> new TokensTab(tokens, user, times));
    if (visit.may(Role.ADMIN)) {
      pages.put(tab("audit", "Audit"), () -> new AuditTab(visit, audit, times));
    }
    if (accounts.get(user).administrator()) {
      pages.put(tab("outbound", "Outbound"), () -> new OutboundTab(outbound, user, times));
    }
    var tabs = new Tabs(pages.keySet().toArray(Tab[]::new));
    tabs.addClassName("pb-list-tabs");
    tabs.addSelectedChangeListener(event -> show(pages, event.getSelectedTab()));
    show(pages, tabs.getSelectedTab());
    return tabs;
  }

  private void show(Map<Tab, Supplier<Component>> pages, Tab selected) {
    Supplier<Component> page = pages.get(selected);
    if (page != null) {
      content.removeAll();
      content.add(page.get());
    }
  }

  private Button invite(Visit visit) {
    Button invite =
        Buttons.primary(
            "Invite", Icons.USER_PLUS, () -> new InviteDialog(visit, members, this::reload).open());
    return visit.needs(Role.ADMIN, Look.testId("invite", Buttons.key(invite, "n", "")));
  }

  private Button newWorkspace(UserId user) {
    Button create =
        Buttons.neutral(
            "New workspace",
            Icons.PLUS,
            () ->
                new NewWorkspaceDialog(
                        workspaces,
                        user,
                        slug -> getUI().ifPresent(ui -> ui.navigate(slug + "/home")))
                    .open());
    create.setVisible(accounts.get(user).administrator());
    return create;
  }

  private void reload() {
    content
        .getChildren()
        .filter(MembersTab.class::isInstance)
        .map(MembersTab.class::cast)
        .forEach(MembersTab::load);
  }

  private static Tab tab(String id, String title) {
    return Look.testId("tab-" + id, new Tab(title));
  }
}
