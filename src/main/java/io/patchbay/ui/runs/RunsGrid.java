package io.patchbay.ui.runs;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.ListDataProvider;
import io.patchbay.common.Failure;
import io.patchbay.run.Run;
import io.patchbay.run.RunId;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Grids;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Times;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The runs as rows. Tells where it is scrolled to, so that nothing jumps while somebody reads. */
final class RunsGrid extends Div {

  /** Tells when the first row comes into view or leaves it, and when the last one is near. */
  private static final String WATCH_SCROLLING =
      """
      const grid = this;
      const table = grid.$.table;
      let top = true;
      table.addEventListener('scroll', () => {
        const atTop = table.scrollTop < 8;
        if (atTop !== top) {
          top = atTop;
          grid.dispatchEvent(new CustomEvent('top-changed', {detail: {top}}));
        }
        const left = table.scrollHeight - table.clientHeight - table.scrollTop;
        if (left < 300) {
          grid.dispatchEvent(new CustomEvent('near-end'));
        }
      }, {passive: true});
      """;

  private static final int SCROLL_PAUSE_MS = 200;

  private final transient Times times;
  private final Grid<Run> grid;
  private final transient Map<RunId, String> shown = new HashMap<>();
  private transient ListDataProvider<Run> rows = provider(List.of());
  private boolean atTop = true;

  /**
   * The grid.
   *
   * @param onOpen opens a run
   * @param onTop the first row came into view
   * @param onNearEnd the last row is near
   */
  RunsGrid(Times times, Consumer<Run> onOpen, Runnable onTop, Runnable onNearEnd) {
    this.times = times;
    grid = Grids.opening("Runs", onOpen);
    Look.testId("runs", grid);
    addClassName("pb-runs-grid");
    columns();
    grid.getElement()
        .addEventListener(
            "top-changed",
            event -> {
              atTop = event.getEventData().get("event.detail.top").asBoolean();
              if (atTop) {
                onTop.run();
              }
            })
        .addEventData("event.detail.top");
    grid.getElement()
        .addEventListener("near-end", event -> onNearEnd.run())
        .throttle(SCROLL_PAUSE_MS);
    add(grid);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    atTop = true;
    grid.getElement().executeJs(WATCH_SCROLLING);
  }

  /** Whether the first row is in view. */
  boolean isAtTop() {
    return atTop;
  }

  /** Shows these runs; the list may change, {@link #reload} and {@link #touch} tell of it. */
  void show(List<Run> runs) {
    rows = provider(runs);
    shown.clear();
    runs.forEach(run -> shown.put(run.id(), words(run)));
    grid.setItems(rows);
  }

  /** Rows came or went. */
  void reload() {
    shown.clear();
    rows.getItems().forEach(run -> shown.put(run.id(), words(run)));
    rows.refreshAll();
  }

  /** Draws those rows anew that would read differently now. */
  void touch() {
    for (Run run : rows.getItems()) {
      String words = words(run);
      if (!words.equals(shown.put(run.id(), words))) {
        rows.refreshItem(run);
      }
    }
  }

  private void columns() {
    Grids.column(grid, "State", run -> Badges.state(run.state())).setWidth("148px").setFlexGrow(0);
    Grids.column(grid, "Flow", RunsGrid::flow).setFlexGrow(3).setWidth("220px");
    Grids.column(grid, "Trigger", RunsGrid::trigger).setWidth("150px").setFlexGrow(0);
    Grids.column(
            grid,
            "Started",
            run ->
                Look.title(
                    times.full(run.startedAt()),
                    Look.span("pb-text-2 pb-num", times.ago(run.startedAt()))))
        .setWidth("140px")
        .setFlexGrow(0);
    Grids.column(grid, "Took", run -> Look.span("pb-num", took(run)))
        .setWidth("100px")
        .setFlexGrow(0);
    Grids.column(grid, "Failure", RunsGrid::failure).setFlexGrow(2).setWidth("160px");
  }

  private static Component flow(Run run) {
    var flow =
        Look.div(
            "pb-row",
            Look.span("pb-strong pb-ellipsis", run.flowName()),
            RunWords.version(run.version()));
    String environment = run.environment();
    if (environment != null) {
      flow.add(Look.title("Environment", Badges.tag("line", environment)));
    }
    return flow;
  }

  private static Component trigger(Run run) {
    var trigger = run.trigger();
    if (trigger == null) {
      return new Span();
    }
    Icons icon = trigger.kind().equals("webhook") ? Icons.WEBHOOK : Icons.HAND;
    return Look.title(
        trigger.id(),
        Look.line(
            "pb-row pb-gap-s pb-text-2",
            icon.create("pb-i14"),
            new Span(RunWords.capital(trigger.kind()))));
  }

  private static Component failure(Run run) {
    Failure failure = run.failure();
    return failure == null
        ? new Span()
        : Look.title(
            failure.detail(),
            Look.span("pb-error-text pb-ellipsis pb-block-line", failure.title()));
  }

  private String took(Run run) {
    Double ms = run.durationMs();
    return ms != null
        ? Times.duration(ms)
        : Times.span(Duration.between(run.startedAt(), times.now()));
  }

  private String words(Run run) {
    return run.state().word() + '|' + times.ago(run.startedAt()) + '|' + took(run);
  }

  private static ListDataProvider<Run> provider(List<Run> runs) {
    return new ListDataProvider<>(runs) {
      @Override
      public Object getId(Run run) {
        return run.id();
      }
    };
  }
}
