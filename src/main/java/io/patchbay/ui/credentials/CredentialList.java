package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.Access.Role;
import io.patchbay.credential.CredentialSettings.OAuth2AuthorizationCode;
import io.patchbay.credential.CredentialView;
import io.patchbay.http.ConnectionView;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Grids;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.ListBody;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Monogram;
import io.patchbay.ui.shell.SearchField;
import io.patchbay.ui.shell.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All credentials with a search; the chosen one is shown beside the list. */
final class CredentialList extends Div implements CredentialsTab {

  private final transient Visit visit;
  private final transient CredentialServices services;
  private final transient Consumer<@Nullable Component> onDetail;
  private final transient Runnable onAdd;
  private final transient Runnable onChanged;
  private final SearchField search = new SearchField("Search name or kind", q -> load(null));
  private final Grid<CredentialView> grid =
      Grids.choosing("Credentials", this::choose, this::change);
  private final ListBody<CredentialView> list =
      new ListBody<>(grid, this::nothingYet, this::nothingFound);
  private transient Map<String, ConnectionView.State> connections = Map.of();

  CredentialList(
      Visit visit,
      CredentialServices services,
      Consumer<@Nullable Component> onDetail,
      Runnable onAdd,
      Runnable onChanged) {
    this.visit = visit;
    this.services = services;
    this.onDetail = onDetail;
    this.onAdd = onAdd;
    this.onChanged = onChanged;
    addClassName("pb-page");
    columns();
    add(Look.div("pb-filters pb-filters-top", search), list);
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
        .setFlexGrow(3)
        .setWidth("230px");
    Grids.column(grid, "State", this::state).setFlexGrow(0).setWidth("130px");
    Grids.column(grid, "Used by", CredentialList::usedBy).setFlexGrow(1).setWidth("110px");
    Grids.column(grid, "Last used", c -> moment(c.lastUsedAt())).setFlexGrow(0).setWidth("120px");
    Grids.column(grid, "May be sent to", CredentialList::origins).setFlexGrow(2).setWidth("150px");
  }

  private static Component origins(CredentialView c) {
    String text = String.join(", ", c.origins());
    return text.isEmpty()
        ? Look.span("pb-text-3", "bound at first use")
        : Look.title(text, Look.span("pb-mono-s pb-ellipsis", text));
  }

  private static Component usedBy(CredentialView c) {
    String text = String.join(", ", c.users());
    return text.isEmpty()
        ? Look.span("pb-text-3", "nothing yet")
        : Look.title(text, Look.span("pb-ellipsis", text));
  }

  private Component moment(@Nullable Instant at) {
    return at == null
        ? Look.span("pb-text-3", "never")
        : Look.title(
            services.times().full(at), Look.span("pb-text-2 pb-num", services.times().ago(at)));
  }

  private Component state(CredentialView c) {
    String failure = c.lastFailure();
    ConnectionView.State connection = connections.get(c.name());
    if (connection != null && connection != ConnectionView.State.CONNECTED) {
      return connection == ConnectionView.State.NOT_CONNECTED
          ? Badges.state(Icons.CIRCLE_DASHED, "queued", "Not connected")
          : Badges.state(Icons.CIRCLE_X, "failed", "Sign in again");
    }
    if (c.failing()) {
      return Look.title(
          failure == null ? "" : failure, Badges.state(Icons.CIRCLE_X, "failed", "Failing"));
    }
    return Badges.state(Icons.CIRCLE_CHECK, "succeeded", connection == null ? "Set" : "Connected");
  }

  @Override
  public void show(@Nullable String selected) {
    load(selected);
  }

  private void load(@Nullable String selected) {
    String q = search.getValue().strip();
    List<CredentialView> found =
        services.credentials().list(visit.access(), q.isEmpty() ? null : q);
    connections =
        found.stream()
            .filter(c -> c.settings() instanceof OAuth2AuthorizationCode)
            .collect(
                Collectors.toMap(
                    CredentialView::name,
                    c -> services.connections().connection(visit.access(), c.name()).state()));
    long failing = found.stream().filter(CredentialView::failing).count();
    list.show(
        found,
        q,
        found.size() == 1 ? "1 credential" : found.size() + " credentials",
        failing == 0 ? "" : failing + " failing");
    onDetail.accept(null);
    found.stream().filter(c -> c.name().equals(selected)).findFirst().ifPresent(grid::select);
  }

  private void choose(@Nullable CredentialView credential) {
    onDetail.accept(
        credential == null
            ? null
            : new CredentialDetail(
                visit,
                services,
                credential,
                changed -> {
                  load(changed);
                  onChanged.run();
                },
                grid::deselectAll));
  }

  private void change(CredentialView credential) {
    if (visit.may(Role.EDITOR)) {
      CredentialDialog.change(
              services.credentials(), visit, credential, saved -> load(saved.name()))
          .open();
    }
  }

  private Component nothingYet() {
    return new EmptyState(
        "No credentials yet",
        "A credential is a secret and how it is used: stored encrypted, usable in calls, never"
            + " shown again.",
        visit.needs(Role.EDITOR, Buttons.neutral("Add credential", Icons.PLUS, onAdd)));
  }

  private Component nothingFound(String q) {
    return new EmptyState(
        "No credential has '%s' in its name or kind".formatted(q),
        "Search for less.",
        Buttons.neutral("Clear the search", null, search::clear));
  }
}
