package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.ApiUse;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Grids;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Visit;
import java.util.List;

/** Which steps of which flows call the API. */
final class UsedByPage extends Div {

  UsedByPage(ApiDraft draft, EditorParts parts) {
    addClassName("pb-page");
    Visit visit = draft.visit();
    List<ApiUse> uses = parts.apis().uses(visit.access(), draft.ref());
    if (uses.isEmpty()) {
      add(
          new EmptyState(
              "No flow uses it yet",
              "Drag one of its methods onto the canvas of a flow, and the flow shows up here."));
      return;
    }
    var grid =
        Grids.<ApiUse>opening(
            "Steps that call it",
            use -> getUI().ifPresent(ui -> ui.navigate(visit.path("flows", use.flow()))));
    Grids.column(
            grid,
            "Flow",
            use ->
                Look.row(Icons.WORKFLOW.create("pb-i14"), Look.span("pb-strong", use.flowName())))
        .setFlexGrow(2);
    Grids.column(grid, "Step", use -> Look.mono(use.step())).setFlexGrow(1);
    Grids.column(grid, "Method", use -> Look.mono(use.method())).setFlexGrow(1);
    Grids.column(
            grid,
            "In",
            use ->
                use.live()
                    ? Badges.tag("success", "live version")
                    : new Span(Badges.tag("", "draft")))
        .setFlexGrow(0)
        .setWidth("140px");
    grid.setItems(uses);
    add(grid);
  }
}
