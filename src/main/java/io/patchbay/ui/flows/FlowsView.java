package io.patchbay.ui.flows;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.patchbay.common.Access.Role;
import io.patchbay.common.Ids;
import io.patchbay.flow.FlowService;
import io.patchbay.flow.FlowSummary;
import io.patchbay.run.Run;
import io.patchbay.run.RunService;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Grids;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.ListBody;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.PageHead;
import io.patchbay.ui.shell.SearchField;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.Visit;
import io.patchbay.ui.shell.Visits;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All flows of a workspace: what starts them, which version runs, how the last run went. */
@Route(":workspace/flows")
@PageTitle("Flows · Patchbay")
@PermitAll
@StyleSheet("context://assets/theme/lists.css")
class FlowsView extends Div implements BeforeEnterObserver {

  private final transient FlowService flows;
  private final transient RunService runs;
  private final transient FlowActions actions;
  private final transient Ids ids;
  private final transient Visits visits;
  private final transient Times times;
  private final SearchField search = new SearchField("Search flows", q -> load());
  private final Grid<FlowSummary> grid = Grids.opening("Flows", this::open);
  private final ListBody<FlowSummary> list =
      new ListBody<>(grid, this::nothingYet, this::nothingFound);
  private transient Map<String, Run> lastRuns = Map.of();
  private transient @Nullable Visit visit;
  private @Nullable PageHead head;

  FlowsView(
      FlowService flows,
      RunService runs,
      FlowActions actions,
      Ids ids,
      Visits visits,
      Times times) {
    this.flows = flows;
    this.runs = runs;
    this.actions = actions;
    this.ids = ids;
    this.visits = visits;
    this.times = times;
    addClassName("pb-page");
    columns();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Visit now = visits.of(event);
    visit = now;
    var create = Buttons.key(Buttons.primary("New flow", Icons.PLUS, this::openNew), "n", "");
    head = new PageHead("Flows", now.needs(Role.EDITOR, Look.testId("new-flow", create)));
    removeAll();
    add(head, Look.div("pb-filters", search), list);
    load();
  }

  private void columns() {
    Grids.column(grid, "Flow", FlowsView::name).setFlexGrow(3).setWidth("200px");
    Grids.column(grid, "Starts by", FlowBadges::triggers).setFlexGrow(2).setWidth("220px");
    grid.addColumn(FlowSummary::steps).setHeader("Steps").setWidth("72px").setFlexGrow(0);
    Grids.column(grid, "Version", FlowBadges::live).setWidth("160px").setFlexGrow(0);
    Grids.column(grid, "Last run", flow -> LastRun.of(lastRuns.get(flow.slug()), times))
        .setWidth("210px")
        .setFlexGrow(0);
    Grids.column(grid, "Changed", this::changed).setWidth("170px").setFlexGrow(0);
    Grids.column(grid, "", this::menu).setWidth("56px").setFlexGrow(0);
  }

  private static Component name(FlowSummary flow) {
    return Look.two(Look.span("pb-strong", flow.name()), Look.span("pb-mono", flow.slug()));
  }

  private Component changed(FlowSummary flow) {
    return Look.title(
        times.full(flow.updatedAt()),
        Look.two(
            Look.span("pb-text-2 pb-num", times.ago(flow.updatedAt())),
            new Span(flow.updatedBy())));
  }

  private Component menu(FlowSummary flow) {
    Visit now = visit;
    if (now == null || !now.may(Role.EDITOR)) {
      return new Span();
    }
    var button = Buttons.icon(Icons.ELLIPSIS, "More on " + flow.name(), () -> {});
    Look.testId("flow-menu-" + flow.slug(), button);
    var menu = new ContextMenu(button);
    menu.setOpenOnClick(true);
    menu.addItem("Open", event -> open(flow));
    menu.addItem("Duplicate", event -> actions.duplicate(now, flow, this::duplicated));
    if (flow.liveVersion() != null) {
      menu.addItem("Take off the air", event -> actions.unpublish(now, flow, this::load));
    }
    menu.addSeparator();
    menu.addItem("Delete", event -> actions.delete(now, flow, this::load));
    return button;
  }

  private void duplicated(String slug) {
    load();
    Toasts.success("Copied to %s".formatted(slug), "Open", () -> open(slug));
  }

  private void load() {
    if (visit == null || head == null) {
      return;
    }
    String q = search.getValue().strip();
    List<FlowSummary> found = flows.list(visit.access(), q.isEmpty() ? null : q);
    lastRuns = runs.lastRuns(visit.access());
    long live = found.stream().filter(flow -> flow.liveVersion() != null).count();
    list.show(found, q, found.size() == 1 ? "1 flow" : found.size() + " flows", live + " live");
    head.note(q.isEmpty() && found.isEmpty() ? "" : String.valueOf(found.size()));
  }

  private Component nothingYet() {
    Button create = Buttons.neutral("New flow", Icons.PLUS, this::openNew);
    return new EmptyState(
        "No flows yet",
        "A flow takes a request, calls methods of your APIs and answers. Draw the first one.",
        visit == null ? create : visit.needs(Role.EDITOR, create));
  }

  private Component nothingFound(String q) {
    return new EmptyState(
        "No flow holds '%s'".formatted(q),
        "Search for less, or make a new one.",
        Buttons.neutral("Clear the search", null, search::clear));
  }

  private void open(FlowSummary flow) {
    open(flow.slug());
  }

  private void open(String slug) {
    Visit now = visit;
    if (now != null) {
      getUI().ifPresent(ui -> ui.navigate(now.path("flows", slug)));
    }
  }

  private void openNew() {
    if (visit != null) {
      new NewFlowDialog(visit, flows, ids).open();
    }
  }
}
