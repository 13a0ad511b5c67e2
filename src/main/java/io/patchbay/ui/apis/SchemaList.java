package io.patchbay.ui.apis;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Grids;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.SearchField;
import java.util.List;
import java.util.function.Consumer;

/** The names of the shared schemas, with a filter. */
final class SchemaList extends Nav {

  private final transient ApiDraft draft;
  private final SearchField filter = new SearchField("Filter schemas", q -> load());
  private final Grid<String> grid;
  private final Div none = Look.div("pb-method-none");
  private String current = "";

  SchemaList(ApiDraft draft, Runnable onNew, Consumer<String> onOpen) {
    this.draft = draft;
    addClassName("pb-method-list");
    getElement().setAttribute("aria-label", "Schemas");
    var add = Buttons.icon(Icons.PLUS, "Add schema", onNew);
    add.removeThemeNames("tertiary");
    Look.testId("add-schema", add);
    grid = Grids.opening("Schemas", onOpen);
    grid.addClassName("pb-tree");
    grid.addColumn(
        new ComponentRenderer<>(
            name -> Look.div("pb-tree-cell", Look.span("pb-mono pb-ellipsis", name))));
    grid.setPartNameGenerator(name -> name.equals(current) ? "current" : null);
    none.add(new Span("No schema has this in its name."));
    add(Look.div("pb-row pb-method-filter", filter, EditRights.of(draft, add)), none, grid);
    load();
  }

  void mark(String name) {
    current = name;
    grid.getDataProvider().refreshAll();
  }

  void load() {
    List<String> names = draft.schemas().names(filter.getValue().strip());
    grid.setItems(names);
    none.setVisible(names.isEmpty() && !filter.isEmpty());
    grid.setVisible(!names.isEmpty());
  }
}
