package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.patchbay.api.ApiId;
import io.patchbay.api.ApiService;
import io.patchbay.api.ApiSummary;
import io.patchbay.api.SemanticVersion;
import io.patchbay.api.Share;
import io.patchbay.common.Access.Role;
import io.patchbay.importing.RefreshService;
import io.patchbay.importing.SourceView;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Grids;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.ListBody;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Monogram;
import io.patchbay.ui.shell.PageHead;
import io.patchbay.ui.shell.SearchField;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Visit;
import io.patchbay.ui.shell.Visits;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All APIs of a workspace, with the chosen one beside the list. */
@Route(":workspace/apis")
@PageTitle("APIs · Patchbay")
@PermitAll
class ApisView extends MasterDetailLayout implements BeforeEnterObserver {

  private final transient ApiService apis;
  private final transient RefreshService refreshes;
  private final transient Visits visits;
  private final transient Times times;
  private final SearchField search = new SearchField("Search name, host or method", q -> load());
  private final Grid<ApiSummary> grid = Grids.choosing("APIs", this::choose, this::open);
  private final ListBody<ApiSummary> list =
      new ListBody<>(grid, this::nothingYet, this::nothingFound);
  private transient Map<ApiId, SourceView> sources = Map.of();
  private transient @Nullable Visit visit;
  private @Nullable PageHead head;

  ApisView(ApiService apis, RefreshService refreshes, Visits visits, Times times) {
    this.apis = apis;
    this.refreshes = refreshes;
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
    Button create = Buttons.key(Buttons.neutral("New API", Icons.PLUS, this::openNew), "n", "");
    create.setTooltipText("Make one by hand.");
    head =
        new PageHead(
            "APIs",
            Look.testId("to-catalogue", catalogue(now)),
            now.needs(Role.EDITOR, Look.testId("new-api", create)),
            importing(now, true));
    setMaster(Look.div("pb-page", head, Look.div("pb-filters", search), list));
    setDetail(null);
    load();
  }

  private void columns() {
    Grids.column(grid, "API", this::name).setFlexGrow(3).setWidth("220px");
    Grids.column(grid, "Owner", this::owner).setFlexGrow(1).setWidth("130px");
    Grids.column(grid, "Version", ApisView::version).setWidth("84px").setFlexGrow(0);
    Grids.column(grid, "Methods", api -> new Span("%,d".formatted(api.methods())))
        .setWidth("84px")
        .setFlexGrow(0);
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

  private Component owner(ApiSummary api) {
    Share share = api.share();
    return share == null
        ? Look.span("pb-text-2", "this workspace")
        : Look.title(
            share.right() == Share.Right.EDIT ? "Shared to be edited" : "Shared to be used",
            Look.row(Icons.SHARE_2.create("pb-i14"), Look.span("pb-ellipsis", share.ownerName())));
  }

  private static Component version(ApiSummary api) {
    SemanticVersion latest = api.latest();
    return latest == null
        ? Look.title("Not published yet", Look.span("pb-text-3", "draft"))
        : Look.mono(latest.toString());
  }

  private Component name(ApiSummary api) {
    var name = Look.row(Look.span("pb-strong", api.name()));
    SourceView source = sources.get(api.id());
    if (source != null) {
      name.add(SourceBadge.of(source));
    }
    return Look.div(
        "pb-row",
        new Monogram(api.name(), api.slug(), "l"),
        Look.two(name, new Span(host(api.baseUrl()))));
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
    sources = refreshes.noteworthy(visit.access());
    int methods = found.stream().mapToInt(ApiSummary::methods).sum();
    list.show(
        found,
        q,
        found.size() == 1 ? "1 API" : found.size() + " APIs",
        methods == 1 ? "1 method" : "%,d methods".formatted(methods));
    head.note(q.isEmpty() && found.isEmpty() ? "" : String.valueOf(found.size()));
  }

  private Component nothingYet() {
    Button create = Buttons.neutral("New API", Icons.PLUS, this::openNew);
    String sentence =
        "Import a description, a collection or a cURL command, or define an API by hand; then drag"
            + " its methods into flows.";
    return visit == null
        ? new EmptyState("No APIs yet", sentence)
        : new EmptyState(
            "No APIs yet", sentence, importing(visit, false), visit.needs(Role.EDITOR, create));
  }

  private Button catalogue(Visit now) {
    return Buttons.quiet(
        "Catalogue",
        Icons.LAYERS,
        () -> getUI().ifPresent(ui -> ui.navigate(now.path("catalogue"))));
  }

  private Button importing(Visit now, boolean primary) {
    Runnable open = () -> getUI().ifPresent(ui -> ui.navigate(now.path("apis", "import")));
    Button button =
        primary
            ? Buttons.primary("Import", Icons.FILE_UP, open)
            : Buttons.neutral("Import", Icons.FILE_UP, open);
    button.setTooltipText("From OpenAPI, Postman, cURL, HAR or an example.");
    return now.needs(Role.EDITOR, Look.testId("import-api", button));
  }

  private Component nothingFound(String q) {
    return new EmptyState(
        "No API has '%s' in its name, host or methods".formatted(q),
        "Search for less, or make a new one.",
        Buttons.neutral("Clear the search", null, search::clear));
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
                sources.get(api.id()),
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
