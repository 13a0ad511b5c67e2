package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.Access.Role;
import io.patchbay.credential.CredentialService;
import io.patchbay.credential.CredentialView;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Confirm;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Grids;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Monogram;
import io.patchbay.ui.shell.SearchField;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.Visit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All credentials with a search. */
final class CredentialList extends Div {

  private final transient Visit visit;
  private final transient CredentialService credentials;
  private final transient Times times;
  private final transient CredentialUses uses;
  private final transient Runnable onChanged;
  private final SearchField search = new SearchField("Search name or kind", q -> load());
  private final Grid<CredentialView> grid = Grids.opening("Credentials", this::open);
  private final Div body = Look.div("pb-list-body");

  CredentialList(
      Visit visit,
      CredentialService credentials,
      Times times,
      CredentialUses uses,
      Runnable onChanged) {
    this.visit = visit;
    this.credentials = credentials;
    this.times = times;
    this.uses = uses;
    this.onChanged = onChanged;
    addClassName("pb-page");
    columns();
    add(Look.div("pb-filters pb-filters-top", search), body);
    load();
  }

  private void columns() {
    Grids.column(
            grid,
            "Credential",
            c ->
                Look.div(
                    "pb-row",
                    new Monogram(c.name(), c.name(), "l"),
                    Look.two(
                        Look.span("pb-strong", c.name()),
                        new Span(CredentialKind.of(c.settings().kind()).title()))))
        .setFlexGrow(2)
        .setWidth("200px");
    Grids.column(grid, "May be sent to", CredentialList::origins).setFlexGrow(2).setWidth("160px");
    Grids.column(grid, "Used by", this::usedBy).setFlexGrow(1).setWidth("120px");
    Grids.column(grid, "Last used", c -> moment(c.lastUsedAt(), "never"))
        .setFlexGrow(0)
        .setWidth("120px");
    Grids.column(grid, "State", CredentialList::state).setFlexGrow(1).setWidth("130px");
    Grids.column(grid, "", this::actions).setFlexGrow(0).setWidth("150px");
  }

  private static Component origins(CredentialView c) {
    String text = String.join(", ", c.origins());
    return text.isEmpty()
        ? Look.span("pb-text-3", "bound at first use")
        : Look.title(text, Look.span("pb-mono-s pb-ellipsis", text));
  }

  private Component usedBy(CredentialView c) {
    return c.usedBy().isEmpty()
        ? Look.span("pb-text-3", "nothing yet")
        : Buttons.link(String.join(", ", c.usedBy()), () -> uses.open(visit, c.name()));
  }

  private Component moment(@Nullable Instant at, String otherwise) {
    return at == null
        ? Look.span("pb-text-3", otherwise)
        : Look.title(times.full(at), Look.span("pb-text-2 pb-num", times.ago(at)));
  }

  private static Component state(CredentialView c) {
    String failure = c.lastFailure();
    if (c.failing()) {
      return Look.title(
          failure == null ? "" : failure, Badges.state(Icons.CIRCLE_X, "failed", "Failing"));
    }
    return Badges.state(Icons.CIRCLE_CHECK, "succeeded", "Set");
  }

  private Component actions(CredentialView c) {
    return Look.div(
        "pb-row pb-gap-s",
        visit.needs(Role.EDITOR, Buttons.link("Replace", () -> open(c))),
        visit.needs(
            Role.EDITOR,
            Buttons.icon(Icons.TRASH_2, "Delete credential " + c.name(), () -> delete(c))));
  }

  private void open(CredentialView c) {
    if (visit.may(Role.EDITOR)) {
      CredentialDialog.change(credentials, visit, c, saved -> onChanged.run()).open();
    }
  }

  private void delete(CredentialView c) {
    if (!c.usedBy().isEmpty()) {
      Toasts.error(
          "Credential '%s' is in use".formatted(c.name()),
          "Choose another one at %s first.".formatted(String.join(", ", c.usedBy())));
      return;
    }
    new Confirm(
            "Delete credential '%s'?".formatted(c.name()),
            "Its secret cannot be brought back. No API uses it.",
            "Delete credential",
            () -> {
              credentials.delete(visit.access(), c.name());
              Toasts.success("Credential '%s' deleted".formatted(c.name()));
              onChanged.run();
            })
        .open();
  }

  private void load() {
    String q = search.getValue().strip();
    List<CredentialView> found = credentials.list(visit.access(), q.isEmpty() ? null : q);
    grid.setItems(found);
    body.removeAll();
    if (!found.isEmpty()) {
      body.add(grid);
    } else if (q.isEmpty()) {
      body.add(
          new EmptyState(
              "No credentials yet",
              "A credential is a secret and how it is used: stored encrypted, usable in calls,"
                  + " never shown again."));
    } else {
      body.add(
          new EmptyState(
              "No credential has '%s' in its name or kind".formatted(q),
              "Search for less.",
              Buttons.neutral("Clear the search", null, search::clear)));
    }
  }
}
