package io.patchbay.ui.webhooks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.patchbay.ui.flows.FlowBadges;
import io.patchbay.ui.flows.LastRun;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.CopyButton;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Grids;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.PageHead;
import io.patchbay.ui.shell.SearchField;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Visit;
import io.patchbay.ui.shell.Visits;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All addresses that published flows answer, with how to call the chosen one beside the list. */
@Route(":workspace/webhooks")
@PageTitle("Webhooks · Patchbay")
@PermitAll
@StyleSheet("context://assets/theme/lists.css")
class WebhooksView extends MasterDetailLayout implements BeforeEnterObserver {

  private final transient Hooks hooks;
  private final transient Visits visits;
  private final transient Times times;
  private final SearchField search = new SearchField("Search address or flow", q -> load());
  private final Grid<Hook> grid = Grids.choosing("Webhooks", this::choose, this::open);
  private final Div body = Look.div("pb-list-body");
  private final Div foot = Look.div("pb-foot");
  private final PageHead head = new PageHead("Webhooks");
  private transient @Nullable Visit visit;

  WebhooksView(Hooks hooks, Visits visits, Times times) {
    this.hooks = hooks;
    this.visits = visits;
    this.times = times;
    addClassName("pb-page-split");
    setSizeFull();
    setDetailSize("380px");
    setExpandMaster(true);
    setAnimationEnabled(false);
    columns();
    setMaster(Look.div("pb-page", head, Look.div("pb-filters", search), body, foot));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    visit = visits.of(event);
    setDetail(null);
    load();
  }

  private void columns() {
    Grids.column(grid, "Address", WebhooksView::address).setFlexGrow(3).setWidth("280px");
    Grids.column(grid, "Verbs", hook -> FlowBadges.verbs(hook.trigger().verbs()))
        .setWidth("120px")
        .setFlexGrow(0);
    Grids.column(grid, "Flow", hook -> new Span(hook.flowName())).setFlexGrow(1).setWidth("140px");
    grid.addColumn(Hook::answer).setHeader("Answers").setWidth("110px").setFlexGrow(0);
    Grids.column(grid, "Last run", hook -> LastRun.of(hook.last(), times))
        .setWidth("210px")
        .setFlexGrow(0);
  }

  private static Component address(Hook hook) {
    return Look.div(
        "pb-row pb-gap-s",
        Look.title(
            hook.address(), Look.two(Look.mono(hook.path()), Look.span("pb-mono", hook.server()))),
        CopyButton.icon(hook.address(), "Address"));
  }

  private void load() {
    Visit now = visit;
    if (now == null) {
      return;
    }
    String q = search.getValue().strip();
    List<Hook> found = hooks.find(now.access(), q);
    grid.setItems(found);
    body.removeAll();
    if (!found.isEmpty()) {
      body.add(grid);
    } else if (q.isEmpty()) {
      body.add(
          new EmptyState(
              "No webhooks yet",
              "Publish a flow that has one.",
              Buttons.neutral("Go to flows", Icons.WORKFLOW, () -> go(now.path("flows")))));
    } else {
      body.add(
          new EmptyState(
              "No webhook has '%s' in its address or flow".formatted(q),
              "Only published flows are here.",
              Buttons.neutral("Clear the search", null, search::clear)));
    }
    head.note(q.isEmpty() && found.isEmpty() ? "" : String.valueOf(found.size()));
    foot.removeAll();
    foot.add(
        new Span(found.size() == 1 ? "1 webhook" : found.size() + " webhooks"),
        Look.line(
            "pb-row pb-end pb-foot-keys",
            Look.keys("↑", "↓"),
            new Span("move"),
            Look.keys("Enter"),
            new Span("open the flow")));
  }

  private void choose(@Nullable Hook hook) {
    Visit now = visit;
    if (now == null) {
      return;
    }
    setDetail(
        hook == null
            ? null
            : new HookDetail(
                now, hook, hooks.sample(now.access(), hook), times, grid::deselectAll));
  }

  private void open(Hook hook) {
    Visit now = visit;
    if (now != null) {
      go(now.path("flows", hook.flow()));
    }
  }

  private void go(String path) {
    getUI().ifPresent(ui -> ui.navigate(path));
  }
}
