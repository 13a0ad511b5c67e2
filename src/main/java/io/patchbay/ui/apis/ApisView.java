package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.patchbay.api.ApiService;
import io.patchbay.api.ApiSummary;
import io.patchbay.common.Access.Role;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Grids;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Monogram;
import io.patchbay.ui.shell.PageHead;
import io.patchbay.ui.shell.SearchField;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Visit;
import io.patchbay.ui.shell.Visits;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All APIs of a workspace, with the chosen one beside the list. */
@Route(":workspace/apis")
@PageTitle("APIs · Patchbay")
@PermitAll
class ApisView extends MasterDetailLayout implements BeforeEnterObserver {

  private final transient ApiService apis;
  private final transient Visits visits;
  private final transient Times times;
  private final SearchField search = new SearchField("Search name, host or method", q -> load());
  private final Grid<ApiSummary> grid = Grids.choosing("APIs", this::choose, this::open);
  private final Div body = Look.div("pb-list-body");
  private final Div foot = Look.div("pb-foot");
  private transient @Nullable Visit visit;
  private @Nullable PageHead head;

  ApisView(ApiService apis, Visits visits, Times times) {
    this.apis = apis;
    this.visits = visits;
    this.times = times;
    addClassName("pb-page-split");
    setSizeFull();
    setDetailSize("340px");
    setExpandMaster(true);
    setAnimationEnabled(false);
    columns();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Visit now = visits.of(event);
    visit = now;
    Button create = Buttons.key(Buttons.primary("New API", Icons.PLUS, this::openNew), "n", "");
    head =
        new PageHead(
            "APIs",
            Look.testId("to-catalogue", catalogue(now)),
            importing(now),
            now.needs(Role.EDITOR, Look.testId("new-api", create)));
    setMaster(Look.div("pb-page", head, Look.div("pb-filters", search), body, foot));
    setDetail(null);
    load();
  }

  private void columns() {
    Grids.column(grid, "API", ApisView::name).setFlexGrow(3).setWidth("220px");
    grid.addColumn(ApiSummary::methods).setHeader("Methods").setWidth("84px").setFlexGrow(0);
    Grids.column(grid, "Auth", api -> new Span(AuthKind.title(api.authKind())))
        .setFlexGrow(1)
        .setWidth("150px");
    grid.addColumn(ApiSummary::flows).setHeader("Flows").setWidth("72px").setFlexGrow(0);
    Grids.column(
            grid,
            "Updated",
            api ->
                Look.title(
                    times.full(api.updatedAt()),
                    Look.span("pb-text-2 pb-num", times.ago(api.updatedAt()))))
        .setWidth("130px")
        .setFlexGrow(0);
  }

  private static Component name(ApiSummary api) {
    return Look.div(
        "pb-row",
        new Monogram(api.name(), api.slug(), "l"),
        Look.two(Look.span("pb-strong", api.name()), new Span(host(api.baseUrl()))));
  }

  /** The address without its scheme, which says nothing in a list. */
  static String host(String baseUrl) {
    return baseUrl.replaceFirst("^https?://", "");
  }

  private void load() {
    if (visit == null || head == null) {
      return;
    }
    String q = search.getValue().strip();
    List<ApiSummary> found = apis.list(visit.access(), q.isEmpty() ? null : q);
    grid.setItems(found);
    body.removeAll();
    if (!found.isEmpty()) {
      body.add(grid);
    } else if (q.isEmpty()) {
      body.add(nothingYet(visit));
    } else {
      body.add(
          new EmptyState(
              "No API has '%s' in its name, host or methods".formatted(q),
              "Search for less, or make a new one.",
              Buttons.neutral("Clear the search", null, search::clear)));
    }
    head.note(q.isEmpty() && found.isEmpty() ? "" : String.valueOf(found.size()));
    showFoot(found);
  }

  private EmptyState nothingYet(Visit now) {
    return new EmptyState(
        "No APIs yet",
        "Import a description, a collection or a cURL command, or define an API by hand; then drag"
            + " its methods into flows.",
        importing(now),
        now.needs(Role.EDITOR, Buttons.neutral("New API", Icons.PLUS, this::openNew)));
  }

  private Button catalogue(Visit now) {
    return Buttons.quiet(
        "Catalogue",
        Icons.LAYERS,
        () -> getUI().ifPresent(ui -> ui.navigate(now.path("catalogue"))));
  }

  private Button importing(Visit now) {
    var button =
        Buttons.neutral(
            "Import",
            Icons.FILE_UP,
            () -> getUI().ifPresent(ui -> ui.navigate(now.path("apis", "import"))));
    return now.needs(Role.EDITOR, Look.testId("import-api", button));
  }

  private void showFoot(List<ApiSummary> found) {
    int methods = found.stream().mapToInt(ApiSummary::methods).sum();
    foot.removeAll();
    foot.add(
        new Span(found.size() == 1 ? "1 API" : found.size() + " APIs"),
        new Span(methods == 1 ? "1 method" : "%,d methods".formatted(methods)),
        Look.line(
            "pb-row pb-end pb-foot-keys",
            Look.keys("↑", "↓"),
            new Span("move"),
            Look.keys("Enter"),
            new Span("open"),
            Look.keys("N"),
            new Span("new")));
  }

  private void choose(@Nullable ApiSummary api) {
    if (visit == null) {
      return;
    }
    setDetail(
        api == null
            ? null
            : new ApiDetail(
                visit,
                apis,
                api,
                () -> {
                  grid.deselectAll();
                  load();
                }));
  }

  private void open(ApiSummary api) {
    Visit now = visit;
    if (now != null) {
      getUI().ifPresent(ui -> ui.navigate(now.path("apis", api.slug())));
    }
  }

  private void openNew() {
    if (visit != null) {
      new NewApiDialog(visit, apis).open();
    }
  }
}
