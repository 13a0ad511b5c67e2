package io.patchbay.ui.importing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.patchbay.importing.ImportIssue;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Grids;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.SearchField;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The methods of an API that was read, by tag, each to be taken or not. Lines are made as they come
 * into view, so that a thousand cost no more than a screen of them.
 */
final class MethodGrid extends Div {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}/]+}");

  private final transient ApiReview review;
  private final transient Runnable onSelection;
  private final transient Consumer<MethodRow> onChoose;
  private final Checkbox all = new Checkbox();
  private final Span count = Look.span("pb-strong pb-num", "");
  private final SearchField filter = new SearchField("Filter", q -> load());
  private final Grid<MethodRow> grid = Grids.plain("Methods");
  private final Set<String> closed = new HashSet<>();
  private transient List<MethodRow> lines = List.of();

  /**
   * The list.
   *
   * @param onSelection is told when methods were taken or left
   * @param onChoose is told which line is to be shown
   */
  MethodGrid(ApiReview review, Runnable onSelection, Consumer<MethodRow> onChoose) {
    this.review = review;
    this.onSelection = onSelection;
    this.onChoose = onChoose;
    addClassName("pb-import-methods");
    all.setAriaLabel("All methods that are shown");
    all.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        select(shownMethods(), event.getValue(), null);
      }
    });
    Look.testId("import-all", all);
    Look.testId("import-count", count);
    setUpGrid();
    add(Look.div("pb-row pb-import-methods-head", all, count, filter), grid);
    load();
  }

  /** Shows a method, wherever it is in the list. */
  void show(String method) {
    review
        .rows
        .find(method)
        .ifPresent(row -> {
          if (!lines.contains(row)) {
            filter.clear();
            closed.clear();
            load();
          }
          grid.select(row);
          grid.scrollToIndex(Math.max(0, lines.indexOf(row) - 3));
        });
  }

  private void setUpGrid() {
    grid.addClassNames("pb-import-grid", "pb-grid-press");
    grid.setSelectionMode(Grid.SelectionMode.SINGLE);
    Grids.column(grid, "", this::cell);
    grid.setAllRowsVisible(false);
    grid.asSingleSelect()
        .addValueChangeListener(event -> {
          if (event.getValue() != null) {
            onChoose.accept(event.getValue());
          }
        });
    var focused = new AtomicReference<@Nullable MethodRow>();
    grid.addCellFocusListener(event -> {
      focused.set(event.getItem().orElse(null));
      event.getItem().filter(row -> !(row instanceof MethodRow.Group)).ifPresent(grid::select);
    });
    Shortcuts.addShortcutListener(grid, () -> toggle(focused.get()), Key.SPACE).listenOn(grid);
    Look.testId("import-methods", grid);
  }

  private void load() {
    lines = review.rows.lines(filter.getValue(), closed);
    MethodRow chosen = grid.asSingleSelect().getValue();
    grid.setItems(lines);
    if (chosen != null && lines.contains(chosen)) {
      grid.select(chosen);
    }
    showCount();
  }

  private List<MethodRow.Method> shownMethods() {
    return review.rows.lines(filter.getValue(), Set.of()).stream()
        .filter(MethodRow.Method.class::isInstance)
        .map(MethodRow.Method.class::cast)
        .toList();
  }

  /** Takes methods or leaves them; the line that this was done in shows it already. */
  private void select(List<MethodRow.Method> methods, boolean wanted, @Nullable MethodRow doneIn) {
    review.select(methods.stream().map(m -> m.method().name()).toList(), wanted);
    Set<MethodRow> touched = new HashSet<>(methods);
    for (MethodRow line : lines) {
      boolean stale =
          switch (line) {
            case MethodRow.Group group -> group.methods().stream().anyMatch(touched::contains);
            case MethodRow.Method method -> touched.contains(method);
            case MethodRow.LeftOut _ -> false;
          };
      if (stale && !line.equals(doneIn)) {
        grid.getDataProvider().refreshItem(line);
      }
    }
    showCount();
    onSelection.run();
  }

  private void toggle(@Nullable MethodRow row) {
    switch (row) {
      case MethodRow.Group group ->
          select(group.methods(), review.selected(group.methods()) < group.methods().size(), null);
      case MethodRow.Method method ->
          select(List.of(method), !review.isSelected(method.method().name()), null);
      case MethodRow.LeftOut _ -> {}
      case null -> {}
    }
  }

  private void showCount() {
    int selected = review.count();
    int leftOut = review.rows.leftOut();
    count.setText("%,d of %,d methods".formatted(selected, review.size() + leftOut));
    List<MethodRow.Method> shown = shownMethods();
    mark(all, review.selected(shown), shown.size());
  }

  private static void mark(Checkbox box, long selected, int size) {
    box.setValue(selected == size && size > 0);
    box.setIndeterminate(selected > 0 && selected < size);
  }

  private Component cell(MethodRow row) {
    return switch (row) {
      case MethodRow.Group group -> group(group);
      case MethodRow.Method method -> method(method);
      case MethodRow.LeftOut leftOut -> leftOut(leftOut);
    };
  }

  private Component group(MethodRow.Group group) {
    boolean open = !closed.contains(group.tag()) || !filter.isEmpty();
    String tag = group.tag().isEmpty() ? "Without a tag" : group.tag();
    var fold = new NativeButton("", event -> fold(group.tag()));
    fold.add((open ? Icons.CHEVRON_DOWN : Icons.CHEVRON_RIGHT).create("pb-i12"));
    fold.addClassName("pb-import-fold");
    fold.setAriaLabel((open ? "Close " : "Open ") + tag);
    var box = new Checkbox();
    box.setAriaLabel("All methods of " + tag);
    mark(box, review.selected(group.methods()), group.methods().size());
    box.addValueChangeListener(event -> select(group.methods(), event.getValue(), group));
    int size = group.methods().size();
    return Look.div(
        "pb-import-group",
        fold,
        box,
        Look.span("pb-ellipsis", tag),
        Look.span("pb-import-group-count", size == 1 ? "1 method" : size + " methods"));
  }

  private void fold(String tag) {
    if (!closed.remove(tag)) {
      closed.add(tag);
    }
    load();
  }

  private Component method(MethodRow.Method row) {
    var method = row.method();
    var box = new Checkbox(review.isSelected(method.name()));
    box.setAriaLabel("Take " + method.name());
    box.addValueChangeListener(event -> select(List.of(row), event.getValue(), row));
    var name = Look.line("pb-import-name", Look.span("pb-ellipsis", method.name()));
    ImportIssue worst = row.worst();
    if (worst != null) {
      name.addComponentAsFirst(IssueLook.icon(worst.severity()));
      Look.title(worst.message(), name);
    }
    if (method.deprecated()) {
      name.addComponentAsFirst(Badges.tag("", "old"));
    }
    var line = Look.div("pb-import-method", box, Badges.verb(method.verb()), path(method.path()));
    line.add(name);
    return line;
  }

  private static Component leftOut(MethodRow.LeftOut row) {
    var box = new Checkbox();
    box.setEnabled(false);
    box.setAriaLabel("Left out");
    var line = Look.div("pb-import-method off", box);
    if (!row.verb().isEmpty()) {
      line.add(Badges.verb(row.verb()));
    }
    line.add(path(row.path()));
    line.add(
        Look.line("pb-import-name", IssueLook.icon(row.issue().severity()), new Span("left out")));
    return Look.title(row.issue().message(), line);
  }

  /** A path with its placeholders marked. */
  static Span path(String path) {
    var line = Look.line("pb-import-path");
    Matcher placeholder = PLACEHOLDER.matcher(path);
    int from = 0;
    while (placeholder.find()) {
      line.add(new Span(path.substring(from, placeholder.start())));
      line.add(Look.span("pb-import-placeholder", placeholder.group()));
      from = placeholder.end();
    }
    line.add(new Span(path.substring(from)));
    return Look.title(path, line);
  }
}
