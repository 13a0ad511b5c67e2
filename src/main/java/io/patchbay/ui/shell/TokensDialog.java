package io.patchbay.ui.shell;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.account.NewToken;
import io.patchbay.account.TokenService;
import io.patchbay.account.TokenView;
import io.patchbay.common.UserId;
import java.time.Instant;

/** The API tokens of a user: made here, shown once, deleted at once. */
final class TokensDialog extends Dialog {

  private final transient TokenService tokens;
  private final transient UserId user;
  private final transient Times times;
  private final Div fresh = Look.div("");
  private final Div list = Look.div("pb-rows");
  private final TextField name = new TextField();

  TokensDialog(TokenService tokens, UserId user, Times times) {
    this.tokens = tokens;
    this.user = user;
    this.times = times;
    addClassName("pb-dialog");
    setHeaderTitle("API tokens");
    setWidth("560px");
    getHeader().add(Buttons.icon(Icons.X, "Close", this::close));
    name.setPlaceholder("What the token is for");
    name.setAriaLabel("Name of the new token");
    name.addClassName("pb-grow");
    var create = Buttons.primary("Create token", null, this::create);
    Look.testId("create-token", create);
    add(
        new Paragraph(
            "A token calls the management API with your rights, as a bearer token. It is shown"
                + " once and stored as a hash."),
        Look.div("pb-row", name, create),
        fresh,
        list);
    load();
  }

  private void create() {
    NewToken token = tokens.create(user, name.getValue());
    name.clear();
    fresh.removeAll();
    var value = Look.span("pb-mono pb-grow pb-ellipsis pb-selectable", token.token());
    Look.testId("new-token", value);
    fresh.add(
        Look.div(
            "pb-band info",
            Icons.KEY_ROUND.create(),
            Look.div(
                "pb-col pb-grow",
                Look.span("pb-strong", "Copy it now, it is not shown again."),
                Look.div("pb-row", value, CopyButton.icon(token.token(), "Token")))));
    load();
  }

  private void load() {
    list.removeAll();
    var all = tokens.list(user);
    for (TokenView token : all) {
      list.add(row(token));
    }
    if (all.isEmpty()) {
      list.add(Look.div("pb-list-row", Look.span("pb-text-3", "No tokens yet.")));
    }
  }

  private Div row(TokenView token) {
    Instant used = token.lastUsedAt();
    return Look.div(
        "pb-list-row",
        Look.span("pb-strong pb-grow pb-ellipsis", token.name()),
        Look.span("pb-text-3 pb-small", used == null ? "never used" : "used " + times.ago(used)),
        Buttons.icon(
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
                    .open()));
  }
}
