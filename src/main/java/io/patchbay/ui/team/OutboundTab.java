package io.patchbay.ui.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.UserId;
import io.patchbay.http.EgressRuleService;
import io.patchbay.http.EgressRuleView;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Confirm;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Grids;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.UiErrorHandler;
import java.util.List;

/** What calls may reach besides the public internet; administrators of the server only. */
final class OutboundTab extends Div {

  private final transient EgressRuleService rules;
  private final transient UserId user;
  private final transient Times times;
  private final TextField rule = new TextField();
  private final TextField note = new TextField();
  private final Div body = Look.div("pb-list-body");
  private final Grid<EgressRuleView> grid = Grids.plain("Allowed besides the public internet");

  OutboundTab(EgressRuleService rules, UserId user, Times times) {
    this.rules = rules;
    this.user = user;
    this.times = times;
    addClassName("pb-list-body");
    field(rule, "host:port or 10.1.0.0/16:port", "Host or block, and port", "260px");
    field(note, "Why", "Why it is allowed", "220px");
    rule.addClassName("pb-mono-field");
    Look.testId("egress-rule", rule);
    Look.testId("egress-note", note);
    var allow = Look.testId("egress-add", Buttons.neutral("Allow", Icons.PLUS, this::add));
    var hint =
        "Calls reach the public internet and what is listed here, from all workspaces. Private"
            + " networks, this machine and cloud metadata are refused otherwise.";
    columns();
    add(Look.div("pb-filters", rule, note, allow, Look.span("pb-text-3 pb-small", hint)), body);
    load();
  }

  private static void field(TextField field, String placeholder, String label, String width) {
    field.setPlaceholder(placeholder);
    field.setAriaLabel(label);
    field.setWidth(width);
    field.setValueChangeMode(ValueChangeMode.EAGER);
    field.addValueChangeListener(event -> field.setInvalid(false));
  }

  private void columns() {
    Grids.column(grid, "Allowed", one -> Look.span("pb-mono pb-selectable", one.rule()))
        .setFlexGrow(2)
        .setWidth("240px");
    Grids.column(grid, "Why", one -> Look.span("pb-text-2", one.note()))
        .setFlexGrow(2)
        .setWidth("200px");
    Grids.column(grid, "By", this::by).setWidth("200px").setFlexGrow(1);
    Grids.column(grid, "Since", this::since).setWidth("150px").setFlexGrow(0);
    Grids.column(grid, "", this::delete).setWidth("64px").setFlexGrow(0);
  }

  private Component by(EgressRuleView one) {
    return one.createdBy() == null
        ? Badges.tag("", "PATCHBAY_EGRESS_ALLOW")
        : new Span(one.createdBy());
  }

  private Component since(EgressRuleView one) {
    var at = one.createdAt();
    return at == null
        ? Look.span("pb-text-3", "start")
        : Look.title(times.full(at), Look.span("pb-num", times.ago(at)));
  }

  private Component delete(EgressRuleView one) {
    var id = one.id();
    if (id == null) {
      return new Span();
    }
    return Buttons.icon(
        Icons.TRASH_2,
        "No longer allow " + one.rule(),
        () ->
            new Confirm(
                    "No longer allow %s?".formatted(one.rule()),
                    "Calls that need it are refused from now on, in all workspaces.",
                    "No longer allow",
                    () -> {
                      rules.delete(user, id);
                      load();
                    })
                .open());
  }

  private void add() {
    try {
      var added = rules.add(user, rule.getValue(), note.getValue());
      rule.clear();
      note.clear();
      Toasts.success("Calls may reach %s".formatted(added.rule()));
      load();
    } catch (InvalidException e) {
      refuse(
          e.problems().getFirst().where().equals("note") ? note : rule,
          UiErrorHandler.sentences(e));
    } catch (ConflictException e) {
      refuse(rule, String.valueOf(e.getMessage()));
    }
  }

  private void load() {
    List<EgressRuleView> all = rules.list(user);
    grid.setItems(all);
    body.removeAll();
    body.add(
        all.isEmpty()
            ? new EmptyState(
                "Only the public internet",
                "Allow a host or a block of addresses, with its port, when an API lives on your own network.")
            : grid);
  }

  private static void refuse(TextField field, String why) {
    field.setErrorMessage(why);
    field.setInvalid(true);
    field.focus();
  }
}
