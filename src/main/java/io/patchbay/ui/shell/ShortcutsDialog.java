package io.patchbay.ui.shell;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** All keys of the product; {@code ?} opens it. */
final class ShortcutsDialog extends Dialog {

  ShortcutsDialog() {
    addClassName("pb-dialog");
    setHeaderTitle("Keys");
    setWidth("680px");
    getHeader().add(Buttons.icon(Icons.X, "Close", this::close));
    add(
        Look.div(
            "pb-shortcuts",
            group(
                "Everywhere",
                keys("Go anywhere", "Ctrl", "K"),
                keys("Search the list", "/"),
                keys("New", "N"),
                keys("Fold the rail", "["),
                keys("This list", "?"),
                keys("Close", "Esc")),
            group(
                "Lists",
                keys("Move", "↑", "↓"),
                keys("Open", "Enter"),
                keys("First, last", "Home", "End")),
            group("Try a method", keys("Send", "Ctrl", "Enter")),
            group(
                "Designer",
                keys("Run", "Ctrl", "Enter"),
                keys("Find a step to add", "N"),
                keys("Undo, redo", "Ctrl", "Z", "Y"),
                keys("Copy, cut, paste", "Ctrl", "C", "X", "V"),
                keys("Delete", "Del"),
                keys("Between panels", "F6"))));
  }

  private static Div group(String title, Div... rows) {
    var group = Look.div("pb-col", Look.section(title));
    group.add(rows);
    return group;
  }

  private static Div keys(String what, String... keys) {
    var row = Look.div("pb-list-row", new Span(what));
    row.add(Look.line("pb-end", Look.keys(keys)));
    return row;
  }
}
