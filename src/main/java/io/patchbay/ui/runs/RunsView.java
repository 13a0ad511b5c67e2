package io.patchbay.ui.runs;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.patchbay.api.Environment;
import io.patchbay.api.EnvironmentService;
import io.patchbay.flow.FlowService;
import io.patchbay.run.Run;
import io.patchbay.run.RunPage;
import io.patchbay.run.RunService;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.PageHead;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Visit;
import io.patchbay.ui.shell.Visits;
import io.patchbay.ui.shell.Watch;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All runs of a workspace, the newest first; follows what happens while it is open. */
@Route(":workspace/runs")
@PageTitle("Runs · Patchbay")
@PermitAll
@CssImport("./styles/runs.css")
class RunsView extends Div implements BeforeEnterObserver {

  private static final Logger LOG = LoggerFactory.getLogger(RunsView.class);
  private static final int PAGE = 50;
  private static final int LOOK_EVERY_MS = 2_000;

  private final transient RunService runs;
  private final transient FlowService flows;
  private final transient EnvironmentService environments;
  private final transient Visits visits;
  private final transient Times times;
  private final transient RunRows rows = new RunRows();
  private final transient Watch watch = new Watch(this, LOOK_EVERY_MS, this::look);
  private final RunsGrid grid;
  private final Div body = Look.div("pb-list-body");
  private final Div notice = Look.div("pb-runs-notice");
  private final Div foot = Look.div("pb-foot");
  private PageHead head = new PageHead("Runs");
  private transient RunSearch search = RunSearch.ALL;
  private transient List<Run> waiting = List.of();
  private transient @Nullable Visit visit;

  RunsView(
      RunService runs,
      FlowService flows,
      EnvironmentService environments,
      Visits visits,
      Times times) {
    this.runs = runs;
    this.flows = flows;
    this.environments = environments;
    this.visits = visits;
    this.times = times;
    grid = new RunsGrid(times, this::open, this::showWaiting, this::loadMore);
    addClassName("pb-page");
    notice.getElement().setAttribute("aria-live", "polite");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Visit now = visits.of(event);
    visit = now;
    search = RunSearch.of(event.getLocation().getQueryParameters());
    head = new PageHead("Runs");
    var names = environments.list(now.access()).stream().map(Environment::name).toList();
    var filters = new RunsFilters(flows.list(now.access(), null), names, search, this::narrow);
    removeAll();
    add(head, filters, notice, body, foot);
    load();
    watch.start();
  }

  private void narrow(RunSearch newSearch) {
    search = newSearch;
    Visit now = visit;
    if (now != null) {
      getUI()
          .ifPresent(ui ->
              ui.getPage()
                  .getHistory()
                  .replaceState(null, new Location(now.path("runs"), newSearch.toQuery())));
      load();
    }
  }

  private void load() {
    waiting = List.of();
    notice.removeAll();
    try {
      rows.show(page(null, PAGE));
    } catch (RuntimeException e) {
      showTrouble(e);
      return;
    }
    grid.show(rows.runs());
    showBody();
  }

  private void loadMore() {
    String next = rows.next();
    if (next != null) {
      rows.append(page(next, PAGE));
      grid.reload();
      showFoot();
    }
  }

  /** Looks at the beginning of the list again. */
  private void look() {
    RunRows.News news;
    try {
      news = rows.refresh(page(null, Math.max(PAGE, rows.runs().size())));
    } catch (RuntimeException e) {
      watch.stop();
      showTrouble(e);
      return;
    }
    waiting = news.added();
    if (!waiting.isEmpty() && grid.isAtTop()) {
      showWaiting();
    } else if (news.removed()) {
      grid.reload();
      showBody();
    } else {
      grid.touch();
      showNotice();
    }
  }

  private RunPage page(@Nullable String cursor, int limit) {
    Visit now = visit;
    return now == null
        ? new RunPage(List.of(), null)
        : runs.list(now.access(), search.toFilter(times.now()), cursor, limit);
  }

  private void showWaiting() {
    if (!waiting.isEmpty()) {
      rows.prepend(waiting);
      waiting = List.of();
      grid.reload();
      showBody();
    }
    showNotice();
  }

  private void showNotice() {
    notice.removeAll();
    int count = waiting.size();
    if (count > 0) {
      String text = count == 1 ? "1 new run" : count + " new runs";
      notice.add(Buttons.neutral(text, Icons.ARROW_UP, this::load));
    }
  }

  private void showBody() {
    boolean empty = rows.runs().isEmpty();
    if (empty || grid.getParent().isEmpty()) {
      body.removeAll();
      body.add(empty ? nothing() : grid);
    }
    showFoot();
  }

  private EmptyState nothing() {
    if (search.isNarrow()) {
      return new EmptyState(
          "No run is like this",
          "Look further back, or narrow the list less.",
          Buttons.neutral("Show all runs", null, this::showAll));
    }
    String path = visit == null ? "" : visit.path("flows");
    return new EmptyState(
        "No runs yet",
        "A run is here as soon as a webhook calls a flow, or somebody runs one in the designer.",
        Look.link(path, "To the flows"));
  }

  private void showAll() {
    Visit now = visit;
    if (now != null) {
      getUI().ifPresent(ui -> ui.navigate(now.path("runs")));
    }
  }

  private void showTrouble(RuntimeException trouble) {
    LOG.warn("The list of runs could not be read.", trouble);
    notice.removeAll();
    body.removeAll();
    foot.removeAll();
    body.add(
        new EmptyState(
            "The runs could not be read",
            "The server's log says why. What runs is not touched by this.",
            Buttons.neutral(
                "Try again",
                Icons.REFRESH_CW,
                () -> {
                  load();
                  watch.start();
                })));
  }

  private void showFoot() {
    int count = rows.runs().size();
    boolean more = rows.next() != null;
    head.note(count == 0 ? "" : more ? "%,d+".formatted(count) : "%,d".formatted(count));
    foot.removeAll();
    foot.add(new Span(count == 1 ? "1 run" : "%,d runs".formatted(count)));
    if (more) {
      foot.add(Look.testId("load-more", Buttons.link("Load more", this::loadMore)));
    }
    foot.add(
        Look.line(
            "pb-row pb-end pb-foot-keys",
            Look.keys("↑", "↓"),
            new Span("move"),
            Look.keys("Enter"),
            new Span("open")));
  }

  private void open(Run run) {
    Visit now = visit;
    if (now != null) {
      getUI().ifPresent(ui -> ui.navigate(now.path("runs", run.id().toString())));
    }
  }
}
