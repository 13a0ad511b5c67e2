package io.patchbay.ui.importing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Monogram;
import io.patchbay.ui.shell.Visit;
import java.util.List;

/** What was imported, and where to go from there. */
final class DoneStep extends Div {

  /**
   * An API that methods were imported into.
   *
   * @param note what the user should know of it; empty for nothing
   */
  record Imported(String ref, String name, int methods, int leftOut, String note) {}

  DoneStep(Visit visit, List<Imported> imported, Runnable onAgain) {
    addClassName("pb-import-source-step");
    int methods = imported.stream().mapToInt(Imported::methods).sum();
    var title =
        new H1(methods == 1 ? "1 method imported" : "%,d methods imported".formatted(methods));
    title.addClassName("pb-title");
    Look.testId("import-done", title);
    var list = Look.div("pb-rows");
    imported.forEach(api -> list.add(row(visit, api)));
    var open =
        Buttons.primary(
            "Open " + imported.getFirst().name(),
            Icons.ARROW_RIGHT,
            () ->
                getUI()
                    .ifPresent(ui -> ui.navigate(visit.path("apis", imported.getFirst().ref()))));
    Look.testId("import-open", open);
    add(
        Look.div(
            "pb-import-sheet",
            title,
            list,
            Look.div(
                "pb-row",
                open,
                Buttons.neutral(
                    "Drag its methods into a flow",
                    Icons.WORKFLOW,
                    () -> getUI().ifPresent(ui -> ui.navigate(visit.path("flows")))),
                Buttons.quiet("Import another", Icons.FILE_UP, onAgain))));
  }

  private static Div row(Visit visit, Imported api) {
    String facts =
        (api.methods() == 1 ? "1 method" : "%,d methods".formatted(api.methods()))
            + (api.leftOut() == 0 ? "" : ", %,d left out".formatted(api.leftOut()));
    var link =
        Look.link(
            visit.path("apis", api.ref()),
            new Monogram(api.name(), api.ref(), ""),
            Look.two(Look.span("pb-strong", api.name()), new Span(facts)),
            Look.span("pb-end pb-mono pb-text-3", api.ref()));
    link.addClassNames("pb-list-row", "press", "pb-plain-link");
    var row = Look.div("", link);
    if (!api.note().isEmpty()) {
      row.add(
          Look.div("pb-band warning", Icons.TRIANGLE_ALERT.create("pb-i14"), new Span(api.note())));
    }
    return row;
  }
}
