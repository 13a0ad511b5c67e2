package io.patchbay.ui.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.patchbay.account.NewToken;
import io.patchbay.account.TokenService;
import io.patchbay.account.TokenView;
import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.UserId;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Confirm;
import io.patchbay.ui.shell.CopyButton;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Grids;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.UiErrorHandler;
import java.util.List;

/** The API tokens of whoever is signed in: made here, shown once, deleted at once. */
final class TokensTab extends Div {

  private final transient TokenService tokens;
  private final transient UserId user;
  private final transient Times times;
  private final TextField name = new TextField();
  private final Div fresh = Look.div("pb-fresh");
  private final Div body = Look.div("pb-list-body");
  private final Grid<TokenView> grid = Grids.plain("API tokens");

  TokensTab(TokenService tokens, UserId user, Times times) {
    this.tokens = tokens;
    this.user = user;
    this.times = times;
    addClassName("pb-list-body");
    name.setPlaceholder("What the token is for");
    name.setAriaLabel("Name of the new token");
    name.setWidth("260px");
    name.setValueChangeMode(ValueChangeMode.EAGER);
    name.addValueChangeListener(event -> name.setInvalid(false));
    Look.testId("token-name", name);
    var create =
        Look.testId("token-create", Buttons.neutral("Create token", Icons.PLUS, this::create));
    var hint =
        "A token calls the management API with your rights in all your workspaces, as a bearer"
            + " token.";
    fresh.setVisible(false);
    columns();
    add(Look.div("pb-filters", name, create, Look.span("pb-text-3 pb-small", hint)), fresh, body);
    load();
  }

  private void columns() {
    Grids.column(grid, "Token", token -> Look.span("pb-strong", token.name()))
        .setFlexGrow(2)
        .setWidth("240px");
    Grids.column(grid, "Made", token -> Look.span("pb-num", times.minute(token.createdAt())))
        .setWidth("180px")
        .setFlexGrow(1);
    Grids.column(grid, "Last used", this::used).setWidth("180px").setFlexGrow(1);
    Grids.column(grid, "", this::delete).setWidth("64px").setFlexGrow(0);
  }

  private Component used(TokenView token) {
    var at = token.lastUsedAt();
    return at == null ? Look.span("pb-text-3", "Never") : new Span(times.ago(at));
  }

  private Component delete(TokenView token) {
    return Buttons.icon(
        Icons.TRASH_2,
        "Delete token " + token.name(),
        () ->
            new Confirm(
                    "Delete token '%s'?".formatted(token.name()),
                    "Whatever uses it is refused from now on.",
                    "Delete token",
                    () -> {
                      tokens.delete(user, token.id());
                      load();
                    })
                .open());
  }

  private void create() {
    NewToken made;
    try {
      made = tokens.create(user, name.getValue());
    } catch (InvalidException e) {
      refuse(UiErrorHandler.sentences(e));
      return;
    } catch (ConflictException e) {
      refuse(String.valueOf(e.getMessage()));
      return;
    }
    name.clear();
    show(made);
    load();
  }

  private void show(NewToken made) {
    var value = Look.span("pb-mono pb-break pb-selectable", made.token());
    Look.testId("token-value", value);
    fresh.removeAll();
    fresh.add(
        Look.div(
            "pb-band info",
            Icons.KEY_ROUND.create(),
            Look.div(
                "pb-col pb-grow",
                Look.span(
                    "pb-strong", "Copy '%s' now, it is not shown again.".formatted(made.name())),
                Look.div("pb-row", value, CopyButton.icon(made.token(), "Token")))));
    fresh.setVisible(true);
  }

  private void load() {
    List<TokenView> all = tokens.list(user);
    grid.setItems(all);
    body.removeAll();
    body.add(
        all.isEmpty()
            ? new EmptyState("No tokens yet", "Scripts sign in with one. Name it, then create it.")
            : grid);
  }

  private void refuse(String why) {
    name.setErrorMessage(why);
    name.setInvalid(true);
    name.focus();
  }
}
