package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.ApiUse;
import io.patchbay.run.LastCalls;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Grids;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.SearchField;
import io.patchbay.ui.shell.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which steps of which flows call the API, which version they want, and when they last did. */
final class UsedByPage extends Div {

  private final transient Visit visit;
  private final transient EditorParts parts;
  private final transient Map<LastCalls.Place, Instant> lastCalls;

  UsedByPage(ApiDraft draft, EditorParts parts) {
    this.visit = draft.visit();
    this.parts = parts;
    addClassName("pb-page");
    List<ApiUse> uses = parts.apis().uses(visit.access(), draft.ref());
    lastCalls =
        parts
            .lastCalls()
            .of(
                visit.access(),
                uses.stream().filter(this::isHere).map(ApiUse::flow).distinct().toList());
    if (uses.isEmpty()) {
      add(
          new EmptyState(
              "No flow uses it yet",
              "Drag one of its methods onto the canvas of a flow, and the flow shows up here."));
      return;
    }
    var grid = Grids.<ApiUse>opening("Steps that call it", this::open);
    Grids.column(grid, "Flow", this::flow).setFlexGrow(2).setWidth("180px");
    Grids.column(grid, "Step", use -> Look.mono(use.step())).setFlexGrow(1);
    Grids.column(grid, "Method", use -> Look.mono(use.method())).setFlexGrow(1);
    Grids.column(grid, "Version", UsedByPage::version).setFlexGrow(0).setWidth("110px");
    Grids.column(
            grid,
            "In",
            use -> use.live() ? Badges.tag("success", "live version") : Badges.tag("", "draft"))
        .setFlexGrow(0)
        .setWidth("120px");
    Grids.column(grid, "Last call", this::lastCall).setFlexGrow(0).setWidth("140px");
    grid.setItems(uses);
    var search =
        new SearchField(
            "Search flow, step or method",
            q -> grid.setItems(uses.stream().filter(use -> holds(use, q)).toList()));
    add(Look.div("pb-filters pb-tab-filters", search), grid);
  }

  private boolean isHere(ApiUse use) {
    return use.workspace().equals(visit.workspace());
  }

  private Component flow(ApiUse use) {
    var name = Look.row(Icons.WORKFLOW.create("pb-i14"), Look.span("pb-strong", use.flowName()));
    return isHere(use) ? name : Look.two(name, new Span(use.workspace()));
  }

  private static Component version(ApiUse use) {
    String version = use.version();
    return version == null ? Look.span("pb-text-3", "newest") : Look.mono(version);
  }

  private Component lastCall(ApiUse use) {
    Instant last = lastCalls.get(new LastCalls.Place(use.flow(), use.step()));
    if (last == null || !isHere(use)) {
      return Look.title(
          isHere(use)
              ? "Not in the last %d runs of the flow".formatted(LastCalls.RUNS)
              : "Its runs belong to another workspace",
          Look.span("pb-text-3", isHere(use) ? "none lately" : "not shown"));
    }
    return Look.title(
        parts.times().full(last), Look.span("pb-text-2 pb-num", parts.times().ago(last)));
  }

  private void open(ApiUse use) {
    if (isHere(use)) {
      getUI().ifPresent(ui -> ui.navigate(visit.path("flows", use.flow())));
    }
  }

  private static boolean holds(ApiUse use, String q) {
    return (use.flowName() + " " + use.step() + " " + use.method() + " " + use.workspace())
        .toLowerCase(Locale.ROOT)
        .contains(q.toLowerCase(Locale.ROOT));
  }
}
