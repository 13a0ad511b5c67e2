package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.patchbay.api.MethodSummary;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Grids;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.SearchField;
import io.patchbay.ui.shell.Segments;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The methods of an API as a tree by tag or path, with a filter; only visible lines are sent. */
final class MethodList extends Nav {

  /** Up to this many methods are all shown at first. */
  private static final int FEW = 60;

  private static final int INDENT_PX = 14;
  private static final Map<MethodTree.By, String> WAYS = new LinkedHashMap<>();

  static {
    WAYS.put(MethodTree.By.TAG, "By tag");
    WAYS.put(MethodTree.By.PATH, "By path");
  }

  private final transient ApiDraft draft;
  private final transient Consumer<String> onOpen;
  private final SearchField filter = new SearchField("Filter methods", q -> load());
  private final Grid<MethodTree.Row> grid;
  private final Div none = Look.div("pb-method-none");
  private final Set<String> turned = new HashSet<>();
  private final boolean openAtFirst;
  private MethodTree.By by = MethodTree.By.TAG;
  private String current = "";

  MethodList(ApiDraft draft, Runnable onNew, Consumer<String> onOpen) {
    this.draft = draft;
    this.onOpen = onOpen;
    this.openAtFirst = draft.methods().size() <= FEW;
    addClassName("pb-method-list");
    getElement().setAttribute("aria-label", "Methods");
    var add = Buttons.icon(Icons.PLUS, "Add method", onNew);
    add.removeThemeNames("tertiary");
    Buttons.key(add, "n", "");
    Look.testId("add-method", add);
    grid = Grids.opening("Methods", this::press);
    grid.addClassName("pb-tree");
    grid.addColumn(new ComponentRenderer<>(this::cell));
    grid.setPartNameGenerator(row ->
        row instanceof MethodTree.Leaf leaf && leaf.method().name().equals(current)
            ? "current"
            : null);
    var ways = new Segments<>("Methods in groups", WAYS, by, this::group);
    add(
        Look.div("pb-row pb-method-filter", filter, EditRights.of(draft, add)),
        Look.div("pb-row pb-method-ways", ways),
        none,
        grid);
    draft.listen((state, message) -> load());
  }

  /** Marks the method that is shown. */
  void mark(String name) {
    current = name;
    if (!openAtFirst) {
      draft.methods().stream()
          .filter(method -> method.name().equals(name))
          .findFirst()
          .ifPresent(method -> turned.addAll(MethodTree.keys(method, by)));
    }
    load();
  }

  void load() {
    String q = filter.getValue().strip();
    List<MethodSummary> found = draft.methods();
    if (!q.isEmpty()) {
      found = MethodTree.having(found, q);
    }
    List<MethodTree.Row> rows =
        MethodTree.rows(found, by, key -> !q.isEmpty() || openAtFirst != turned.contains(key));
    grid.setItems(rows);
    grid.setVisible(!rows.isEmpty());
    none.removeAll();
    none.setVisible(found.isEmpty() && !q.isEmpty());
    none.add(new Span("No method has '%s'.".formatted(q)));
  }

  private void group(MethodTree.By chosen) {
    by = chosen;
    turned.clear();
    mark(current);
  }

  private void press(MethodTree.Row row) {
    switch (row) {
      case MethodTree.Leaf leaf -> onOpen.accept(leaf.method().name());
      case MethodTree.Group group -> {
        if (!turned.remove(group.key())) {
          turned.add(group.key());
        }
        load();
      }
    }
  }

  private Component cell(MethodTree.Row row) {
    var cell = Look.div("pb-tree-cell");
    cell.getStyle().set("padding-inline-start", row.depth() * INDENT_PX + "px");
    switch (row) {
      case MethodTree.Group group ->
          cell.add(
              (group.open() ? Icons.CHEVRON_DOWN : Icons.CHEVRON_RIGHT).create("pb-i12"),
              Look.title(group.label(), Look.span("pb-tree-group pb-ellipsis", group.label())),
              Look.span("pb-end pb-text-3 pb-num", "%,d".formatted(group.count())));
      case MethodTree.Leaf leaf -> fill(cell, leaf.method());
    }
    return cell;
  }

  private static void fill(Div cell, MethodSummary method) {
    cell.add(
        Badges.verb(method.verb()),
        Look.title(
            method.title() + " " + method.path(), Look.span("pb-mono pb-ellipsis", method.name())));
    if (method.deprecated()) {
      cell.add(Look.line("pb-end", Badges.tag("", "old")));
    }
  }
}
