package io.patchbay.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The middle and the foot of a list page: the rows, or what there is to do while there are none,
 * and below them how many there are and which keys lead through them.
 */
public final class ListBody<T> extends Div {

  private final Grid<T> grid;
  private final transient Supplier<Component> nothingYet;
  private final transient Function<String, Component> nothingFound;
  private final Div body = Look.div("pb-list-body");
  private final Div foot = Look.div("pb-foot");

  /**
   * A list.
   *
   * @param nothingYet what is shown while there is nothing at all
   * @param nothingFound what is shown while nothing holds the words of the search
   */
  public ListBody(
      Grid<T> grid, Supplier<Component> nothingYet, Function<String, Component> nothingFound) {
    this.grid = grid;
    this.nothingYet = nothingYet;
    this.nothingFound = nothingFound;
    addClassName("pb-list-place");
    add(body, foot);
  }

  /**
   * Shows rows.
   *
   * @param q the words of the search; empty for none
   * @param counts what the foot says of them
   */
  public void show(List<T> rows, String q, String... counts) {
    grid.setItems(rows);
    body.removeAll();
    foot.removeAll();
    foot.setVisible(!rows.isEmpty());
    if (rows.isEmpty()) {
      body.add(q.isEmpty() ? nothingYet.get() : nothingFound.apply(q));
      return;
    }
    body.add(grid);
    for (String count : counts) {
      foot.add(new Span(count));
    }
    foot.add(
        Look.line(
            "pb-row pb-end pb-foot-keys",
            Look.keys("↑", "↓"),
            new Span("move"),
            Look.keys("Enter"),
            new Span("open"),
            Look.keys("N"),
            new Span("new")));
  }
}
