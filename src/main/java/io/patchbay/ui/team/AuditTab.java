package io.patchbay.ui.team;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.account.AuditEntry;
import io.patchbay.account.AuditLog;
import io.patchbay.ui.shell.Grids;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Visit;

/** Who changed what in the workspace, the latest first. */
final class AuditTab extends Div {

  AuditTab(Visit visit, AuditLog log, Times times) {
    addClassName("pb-list-body");
    Grid<AuditEntry> grid = Grids.plain("Audit");
    Grids.column(
            grid,
            "When",
            entry ->
                Look.title(times.full(entry.at()), Look.span("pb-num", times.moment(entry.at()))))
        .setWidth("180px")
        .setFlexGrow(0);
    Grids.column(grid, "Who", entry -> new Span(entry.actor())).setWidth("200px").setFlexGrow(1);
    Grids.column(grid, "Did", entry -> new Span(entry.action())).setWidth("180px").setFlexGrow(0);
    Grids.column(grid, "To", entry -> Look.mono(entry.subject())).setWidth("180px").setFlexGrow(1);
    Grids.column(
            grid,
            "Detail",
            entry -> Look.span("pb-text-2", entry.detail() == null ? "" : entry.detail()))
        .setWidth("160px")
        .setFlexGrow(1);
    var pages = new AuditPages((before, limit) -> log.list(visit.access(), before, limit));
    grid.setItems(query -> pages.entries(query.getOffset(), query.getLimit()));
    add(grid);
  }
}
