package io.patchbay.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableFunction;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lists of the product: rows without edges, the arrows move, Enter opens. */
public final class Grids {

  private Grids() {}

  /**
   * A list whose rows open something: by a click, or by Enter on the row that has the focus.
   *
   * @param name what the list is, for those who do not see it
   */
  public static <T> Grid<T> opening(String name, Consumer<T> onOpen) {
    Grid<T> grid = plain(name);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addClassName("pb-grid-press");
    grid.addItemClickListener(event -> onOpen.accept(event.getItem()));
    var focused = new AtomicReference<@Nullable T>();
    grid.addCellFocusListener(event -> focused.set(event.getItem().orElse(null)));
    Shortcuts.addShortcutListener(
            grid,
            () -> {
              T item = focused.get();
              if (item != null) {
                onOpen.accept(item);
              }
            },
            Key.ENTER)
        .listenOn(grid);
    return grid;
  }

  /**
   * A list beside a detail: a click or the arrows choose a row, Enter and a double click open it.
   */
  public static <T> Grid<T> choosing(
      String name, Consumer<@Nullable T> onChoose, Consumer<T> onOpen) {
    Grid<T> grid = plain(name);
    grid.setSelectionMode(Grid.SelectionMode.SINGLE);
    grid.addClassName("pb-grid-press");
    grid.asSingleSelect().addValueChangeListener(event -> onChoose.accept(event.getValue()));
    grid.addCellFocusListener(event -> event.getItem().ifPresent(grid::select));
    grid.addItemDoubleClickListener(event -> onOpen.accept(event.getItem()));
    Shortcuts.addShortcutListener(
            grid, () -> grid.asSingleSelect().getOptionalValue().ifPresent(onOpen), Key.ENTER)
        .listenOn(grid);
    return grid;
  }

  /** A list whose rows do nothing by themselves. */
  public static <T> Grid<T> plain(String name) {
    var grid = new Grid<T>();
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.addClassName("pb-grid");
    grid.getElement().setAttribute("aria-label", name);
    grid.setSizeFull();
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    return grid;
  }

  /** Adds a column of components. */
  public static <T> Grid.Column<T> column(
      Grid<T> grid, String header, SerializableFunction<T, Component> cell) {
    return grid.addColumn(new ComponentRenderer<>(cell)).setHeader(header).setSortable(false);
  }
}
