package io.patchbay.ui.sharing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.patchbay.api.CatalogueEntry;
import io.patchbay.api.Share.Right;
import io.patchbay.api.ShareTerms;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Crumbs;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Grids;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Monogram;
import io.patchbay.ui.shell.SearchField;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.Visit;
import io.patchbay.ui.shell.Visits;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All APIs of the workspaces that the user may see, and the way to use them here. */
@Route(":workspace/catalogue")
@PageTitle("Catalogue · Patchbay")
@StyleSheet("context://assets/theme/importing.css")
@PermitAll
class CatalogueView extends Div implements BeforeEnterObserver {

  private final transient Visits visits;
  private final transient ShareParts parts;
  private final SearchField search = new SearchField("Search name, owner or host", q -> load());
  private final Grid<CatalogueEntry> grid = Grids.opening("Catalogue", this::open);
  private final Div body = Look.div("pb-list-body");
  private final Span count = Look.span("pb-text-3 pb-num", "");
  private transient @Nullable Visit visit;

  CatalogueView(Visits visits, ShareParts parts) {
    this.visits = visits;
    this.parts = parts;
    addClassName("pb-page");
    columns();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Visit now = visits.of(event);
    visit = now;
    removeAll();
    var bar =
        Look.div(
            "pb-bar",
            new Crumbs().to(now.path("apis"), "APIs").here(Look.span("pb-strong", "Catalogue")),
            count);
    add(bar, Look.div("pb-filters pb-filters-top", search), body);
    load();
  }

  private void columns() {
    Grids.column(grid, "API", CatalogueView::name).setFlexGrow(4).setWidth("220px");
    Grids.column(grid, "Owner", entry -> new Span(entry.ownerName()))
        .setFlexGrow(2)
        .setWidth("110px");
    Grids.column(grid, "Version", CatalogueView::version).setFlexGrow(1).setWidth("120px");
    grid.addColumn(CatalogueEntry::methods).setHeader("Methods").setWidth("84px").setFlexGrow(0);
    Grids.column(grid, "Used by your workspaces", CatalogueView::users)
        .setFlexGrow(3)
        .setWidth("160px");
    Grids.column(grid, "", this::action).setFlexGrow(0).setWidth("150px");
    Look.testId("catalogue", grid);
  }

  private void load() {
    Visit now = visit;
    if (now == null) {
      return;
    }
    String q = search.getValue().strip();
    List<CatalogueEntry> found =
        parts.catalogue().list(accesses(), now.access(), q.isEmpty() ? null : q);
    grid.setItems(found);
    count.setText(String.valueOf(found.size()));
    body.removeAll();
    if (!found.isEmpty()) {
      body.add(grid);
    } else if (q.isEmpty()) {
      body.add(
          new EmptyState(
              "No APIs yet",
              "The APIs of all workspaces that you are in show up here, with their owner."));
    } else {
      body.add(
          new EmptyState(
              "No API has '%s' in its name, owner, host or description".formatted(q),
              "Search for less.",
              Buttons.neutral("Clear the search", null, search::clear)));
    }
  }

  private List<Access> accesses() {
    return parts.accesses().all(parts.currentUser().id());
  }

  private static Component name(CatalogueEntry entry) {
    return Look.div(
        "pb-row",
        new Monogram(entry.name(), entry.slug(), "l"),
        Look.title(
            entry.description() == null ? entry.name() : entry.description(),
            Look.two(
                Look.span("pb-strong", entry.name()),
                new Span(entry.baseUrl().replaceFirst("^https?://", "")))));
  }

  private static Component version(CatalogueEntry entry) {
    var line = Look.line("pb-row");
    if (entry.latest() != null) {
      line.add(Look.span("pb-num", entry.latest().toString()));
    } else {
      line.add(Look.span("pb-text-3", "not published"));
    }
    String notice = entry.deprecated();
    if (notice != null) {
      line.add(Look.title(notice, Badges.tag("warning", "deprecated")));
    }
    return line;
  }

  private static Component users(CatalogueEntry entry) {
    var line = Look.line("pb-catalogue-by");
    entry.workspaces().stream()
        .filter(at -> at.flows() > 0)
        .forEach(at ->
            line.add(
                Look.title(
                    "Named %s there".formatted(at.ref()),
                    Badges.tag(
                        "",
                        "%s, %s"
                            .formatted(
                                at.workspaceName(),
                                at.flows() == 1 ? "1 flow" : at.flows() + " flows")))));
    return line;
  }

  private Component action(CatalogueEntry entry) {
    Visit now = visit;
    if (now == null) {
      return new Span();
    }
    if (entry.usable()) {
      boolean own = entry.owner().equals(now.workspace());
      return Look.span("pb-text-3", own ? "yours" : "shared with you");
    }
    Optional<Access> owner =
        accesses().stream()
            .filter(access -> access.workspaceSlug().equals(entry.owner()))
            .filter(access -> access.allows(Role.EDITOR))
            .findFirst();
    var button =
        owner.isPresent()
            ? now.needs(
                Role.EDITOR,
                Buttons.neutral("Use here", Icons.SHARE_2, () -> useHere(now, owner.get(), entry)))
            : Buttons.neutral(
                "Ask its owner", Icons.MAIL, () -> new AskOwnerDialog(now, entry).open());
    return Look.testId("catalogue-" + entry.owner() + "-" + entry.slug(), button);
  }

  /** The user may edit both workspaces, so no one else needs to be asked. */
  private void useHere(Visit now, Access owner, CatalogueEntry entry) {
    parts
        .shares()
        .put(
            owner,
            entry.slug(),
            now.workspace(),
            new ShareTerms(Right.USE, false, Set.of(), Set.of()));
    String ref = entry.owner() + ":" + entry.slug();
    Toasts.success(
        "'%s' can be used here; choose a credential for it".formatted(entry.name()),
        "Open it",
        () -> getUI().ifPresent(ui -> ui.navigate(now.path("apis", ref))));
    load();
  }

  private void open(CatalogueEntry entry) {
    Visit now = visit;
    String ref = entry.ref();
    if (now == null) {
      return;
    }
    if (ref != null) {
      getUI().ifPresent(ui -> ui.navigate(now.path("apis", ref)));
    } else {
      entry.workspaces().stream()
          .findFirst()
          .ifPresent(
              at -> getUI().ifPresent(ui -> ui.navigate(at.workspace() + "/apis/" + at.ref())));
    }
  }
}
