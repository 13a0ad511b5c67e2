package io.patchbay.ui.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.account.InvitationView;
import io.patchbay.account.MemberService;
import io.patchbay.account.MemberView;
import io.patchbay.common.Access.Role;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Confirm;
import io.patchbay.ui.shell.Grids;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Monogram;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.Visit;
import java.time.Duration;
import java.util.List;

/** Who is in the workspace, and who is invited. */
final class MembersTab extends Div {

  private final transient Visit visit;
  private final transient MemberService members;
  private final transient Times times;
  private final Grid<MemberView> grid = Grids.plain("Members");
  private final Div invited = Look.div("pb-rows");

  MembersTab(Visit visit, MemberService members, Times times) {
    this.visit = visit;
    this.members = members;
    this.times = times;
    addClassName("pb-list-body");
    columns();
    add(grid, invited);
    load();
  }

  /** Reads everything anew. */
  void load() {
    grid.setItems(members.list(visit.access()));
    invited.removeAll();
    List<InvitationView> open =
        visit.may(Role.ADMIN) ? members.invitations(visit.access()) : List.of();
    invited.setVisible(!open.isEmpty());
    if (!open.isEmpty()) {
      invited.addClassName("pb-invited");
      invited.add(Look.section("Invited"));
      open.forEach(invitation -> invited.add(row(invitation)));
    }
  }

  private void columns() {
    Grids.column(grid, "Member", this::name).setFlexGrow(2).setWidth("240px");
    Grids.column(grid, "Role", this::role).setWidth("180px").setFlexGrow(0);
    Grids.column(
            grid,
            "Member since",
            member -> Look.span("pb-text-2 pb-num", times.minute(member.since())))
        .setFlexGrow(1)
        .setWidth("160px");
    Grids.column(grid, "", this::remove).setWidth("64px").setFlexGrow(0);
  }

  private Component name(MemberView member) {
    String name = member.name().isBlank() ? member.email() : member.name();
    var first = Look.line("pb-row pb-gap-s", Look.span("pb-strong", name));
    if (isMe(member)) {
      first.add(Badges.tag("", "you"));
    }
    return Look.div("pb-row", Monogram.avatar(name, ""), Look.two(first, new Span(member.email())));
  }

  private Component role(MemberView member) {
    if (!visit.may(Role.ADMIN)) {
      return Look.title(Roles.rights(member.role()), new Span(Roles.title(member.role())));
    }
    var select = Roles.select();
    select.setValue(member.role());
    select.setAriaLabel("Role of " + member.email());
    select.setWidth("140px");
    select.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        change(member, event.getValue());
      }
    });
    return select;
  }

  private void change(MemberView member, Role role) {
    try {
      members.changeRole(visit.access(), member.user(), role);
      Toasts.success("%s is %s now".formatted(member.email(), role.word()));
      if (isMe(member)) {
        getUI().ifPresent(ui -> ui.getPage().reload());
      }
    } finally {
      load();
    }
  }

  private Component remove(MemberView member) {
    if (!visit.may(Role.ADMIN) && !isMe(member)) {
      return new Span();
    }
    return Buttons.icon(
        isMe(member) ? Icons.LOG_OUT : Icons.TRASH_2,
        isMe(member) ? "Leave the workspace" : "Remove " + member.email(),
        () -> askToRemove(member));
  }

  private void askToRemove(MemberView member) {
    boolean me = isMe(member);
    new Confirm(
            me ? "Leave this workspace?" : "Remove %s?".formatted(member.email()),
            (me ? "You do not see" : "They do not see")
                + " it any more, and API tokens do not work here. What was made stays.",
            me ? "Leave" : "Remove member",
            () -> removed(member))
        .open();
  }

  private void removed(MemberView member) {
    members.remove(visit.access(), member.user());
    if (isMe(member)) {
      getUI().ifPresent(ui -> ui.getPage().setLocation(""));
      return;
    }
    Toasts.success("%s is no member any more".formatted(member.email()));
    load();
  }

  private Div row(InvitationView invitation) {
    var left = Times.span(Duration.between(times.now(), invitation.expiresAt()));
    return Look.div(
        "pb-list-row",
        Icons.MAIL.create("pb-i14"),
        Look.span("pb-strong", invitation.email()),
        Badges.tag("", Roles.title(invitation.role())),
        Look.span("pb-text-3", "by %s, open for %s".formatted(invitation.invitedBy(), left)),
        Look.line(
            "pb-end",
            Buttons.link(
                "Revoke",
                () -> {
                  members.revokeInvitation(visit.access(), invitation.id());
                  Toasts.success("The link of %s is worthless now".formatted(invitation.email()));
                  load();
                })));
  }

  private boolean isMe(MemberView member) {
    return member.user().equals(visit.access().user());
  }
}
