package io.patchbay.ui.credentials;

import com.vaadin.flow.component.html.Div;
import io.patchbay.http.OAuthTokenView;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.SearchField;
import io.patchbay.ui.shell.Segments;
import io.patchbay.ui.shell.Visit;
import io.patchbay.ui.shell.Watch;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All cached tokens, what fails first; what changes on the server shows within seconds. */
final class TokensTab extends Div implements CredentialsTab {

  private static final int LOOK_MS = 5_000;
  private static final List<String> HEADS =
      List.of(
          "Credential", "State", "Time left", "Scopes", "Last renewal", "Last used", "APIs", "");

  private final transient Visit visit;
  private final transient CredentialServices services;
  private final transient Runnable onChanged;
  private final SearchField search =
      new SearchField("Search credential, API or scope", q -> show());
  private final Div filter = Look.div("");
  private final Div body = Look.div("pb-scroll pb-grow");
  private final Map<UUID, TokenRow> rows = new LinkedHashMap<>();
  private transient List<OAuthTokenView> all = List.of();
  private boolean onlyBad;

  TokensTab(Visit visit, CredentialServices services, Runnable onChanged) {
    this.visit = visit;
    this.services = services;
    this.onChanged = onChanged;
    addClassName("pb-page");
    add(
        Look.div(
            "pb-filters pb-filters-top",
            search,
            Look.span("pb-text-3 pb-small", "Cached for all nodes, renewed before they expire."),
            Look.div("pb-end", filter)),
        body);
    var _ = new Watch(this, LOOK_MS, this::lookAgain);
  }

  @Override
  public void show(@Nullable String selected) {
    if (selected != null) {
      search.setValue(selected);
    }
    all = services.tokens().list(visit.access());
    show();
  }

  /** Shows what changed; rows that did not stay as they are, with the focus in them. */
  private void lookAgain() {
    List<OAuthTokenView> now = services.tokens().list(visit.access());
    if (!comparable(now).equals(comparable(all))) {
      all = now;
      show();
      onChanged.run();
    }
  }

  /** Without what changes by time alone. */
  private static List<String> comparable(List<OAuthTokenView> tokens) {
    return tokens.stream()
        .map(t ->
            "%s %s %s %s %s %s %s"
                .formatted(
                    t.id(),
                    t.state(),
                    t.obtainedAt(),
                    t.expiresAt(),
                    t.lastUsedAt(),
                    t.lastErrorAt(),
                    t.users()))
        .toList();
  }

  private void show() {
    String q = search.getValue().strip().toLowerCase(Locale.ROOT);
    List<OAuthTokenView> found =
        all.stream()
            .filter(token -> q.isEmpty() || words(token).contains(q))
            .filter(token -> !onlyBad || TokenStates.isBad(token))
            .sorted(Comparator.comparing(token -> !TokenStates.isBad(token)))
            .toList();
    long bad = all.stream().filter(TokenStates::isBad).count();
    showFilter(bad);
    body.removeAll();
    if (found.isEmpty()) {
      rows.clear();
      body.add(empty(q));
      return;
    }
    var table = Look.div("pb-tokens");
    table.getElement().setAttribute("role", "table");
    table.getElement().setAttribute("aria-label", "Tokens");
    var head = Look.div("pb-token-row head");
    head.getElement().setAttribute("role", "row");
    HEADS.forEach(name -> {
      var cell = Look.span("", name);
      cell.getElement().setAttribute("role", "columnheader");
      head.add(cell);
    });
    table.add(head);
    rows.keySet().retainAll(found.stream().map(OAuthTokenView::id).toList());
    for (OAuthTokenView token : found) {
      TokenRow row =
          rows.computeIfAbsent(token.id(), id -> new TokenRow(visit, services, () -> show(null)));
      row.show(token);
      table.add(row);
    }
    body.add(table);
  }

  private void showFilter(long bad) {
    filter.removeAll();
    if (bad > 0 || onlyBad) {
      var choices = new LinkedHashMap<Boolean, String>();
      choices.put(false, "All %d".formatted(all.size()));
      choices.put(true, "Failing %d".formatted(bad));
      filter.add(
          new Segments<>(
              "Which tokens",
              choices,
              onlyBad,
              choice -> {
                onlyBad = choice;
                show();
              }));
    }
  }

  private static String words(OAuthTokenView token) {
    return String.join(
            " ",
            token.credential(),
            token.grant(),
            String.join(" ", token.users()),
            String.join(" ", token.scopes()))
        .toLowerCase(Locale.ROOT);
  }

  private EmptyState empty(String q) {
    if (all.isEmpty()) {
      return new EmptyState(
          "No tokens yet",
          "OAuth credentials get their tokens by themselves: with the first call, or with Test at"
              + " the credential. Tokens are cached for all nodes, renewed before they expire, and"
              + " show up here.");
    }
    return new EmptyState(
        q.isEmpty() ? "No token fails" : "No token has '%s' in it".formatted(q),
        q.isEmpty() ? "All of them can be used." : "Search for less.",
        Buttons.neutral(
            "Show all",
            null,
            () -> {
              onlyBad = false;
              search.clear();
              show();
            }));
  }
}
