package io.patchbay.ui.designer.palette;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.MethodSummary;
import io.patchbay.flow.FlowSummary;
import io.patchbay.ui.designer.PaletteDrag;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.function.Consumer;

/** A row of the palette: dragged onto the canvas, or added by Enter or a double click. */
final class PaletteRow extends Div {

  private PaletteRow(
      String classNames, PaletteItem item, boolean enabled, Consumer<PaletteItem> onAdd) {
    for (String name : classNames.split(" ")) {
      addClassName(name);
    }
    getElement().setAttribute("role", "button");
    getElement().setAttribute("tabindex", "0");
    if (enabled) {
      PaletteDrag.enable(this, item.payload());
      getElement().addEventListener("dblclick", event -> onAdd.accept(item));
      getElement()
          .addEventListener("keydown", event -> onAdd.accept(item))
          .setFilter("event.key === 'Enter'");
    } else {
      getElement().setAttribute("aria-disabled", "true");
    }
  }

  /** A method of an API. */
  static PaletteRow method(MethodSummary method, boolean enabled, Consumer<PaletteItem> onAdd) {
    var row =
        new PaletteRow(
            "pb-palette-row method", PaletteItem.call(method.api(), method.name()), enabled, onAdd);
    Span name = Look.span("pb-ellipsis", method.name());
    row.add(Badges.verb(method.verb()), name);
    if (method.deprecated()) {
      name.addClassName("pb-old");
      row.add(Badges.tag("warning", "old"));
    }
    row.add(grip());
    Look.title("%s %s%s".formatted(method.verb(), method.path(), titled(method)), row);
    return Look.testId("palette-call-%s-%s".formatted(method.api(), method.name()), row);
  }

  /** A kind of step, customization or trigger. */
  static PaletteRow kind(
      String kind,
      String title,
      Icons icon,
      String sentence,
      boolean enabled,
      Consumer<PaletteItem> onAdd) {
    var row = new PaletteRow("pb-palette-kind", PaletteItem.of(kind), enabled, onAdd);
    row.add(icon.create(), new Span(title));
    Look.title((sentence.isEmpty() ? title : sentence) + " (drag, or press Enter)", row);
    return Look.testId("palette-" + kind, row);
  }

  /** Another flow, to be run as a step. */
  static PaletteRow flow(FlowSummary flow, boolean enabled, Consumer<PaletteItem> onAdd) {
    var row =
        new PaletteRow("pb-palette-row flow", PaletteItem.subflow(flow.slug()), enabled, onAdd);
    row.add(
        Icons.WORKFLOW.create("pb-i14"),
        Look.span("pb-ellipsis", flow.name()),
        Look.span("pb-end pb-text-3", "v" + flow.liveVersion()),
        grip());
    Look.title("Run %s as a step (drag, or press Enter)".formatted(flow.name()), row);
    return Look.testId("palette-flow-" + flow.slug(), row);
  }

  private static String titled(MethodSummary method) {
    return (method.title().isBlank() ? "" : " · " + method.title())
        + (method.deprecated() ? " · deprecated" : "");
  }

  private static Component grip() {
    return Look.line("pb-end pb-palette-grip", Icons.GRIP_VERTICAL.create("pb-i12"));
  }
}
