package io.patchbay.ui.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.Failure;
import io.patchbay.run.Run;
import io.patchbay.run.RunCounts;
import io.patchbay.run.RunFilter;
import io.patchbay.run.RunService;
import io.patchbay.run.RunState;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Visit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How the flows of a workspace do: figures, what fails, what ran last. */
@Component
class RunPanels {

  private static final int LATEST = 8;
  private static final int GHOST_ROWS = 4;

  private final RunService runs;
  private final Times times;

  RunPanels(RunService runs, Times times) {
    this.runs = runs;
    this.times = times;
  }

  /** Runs of the last 24 hours. */
  Div figures(Visit visit, RunCounts counts) {
    long failed = counts.of(RunState.FAILED);
    var figures =
        Look.div(
            "pb-figures",
            figure(counts.total(), "runs"),
            figure(counts.of(RunState.SUCCEEDED), "succeeded"),
            figure(failed, "failed"),
            figure(counts.of(RunState.RUNNING) + counts.of(RunState.QUEUED), "under way"));
    if (failed > 0) {
      figures.getComponentAt(2).addClassName("bad");
    }
    return Look.div(
        "", Look.section("Last 24 hours", Look.link(visit.path("runs"), "All runs")), figures);
  }

  private static Div figure(long value, String name) {
    return Look.div("pb-figure", new Div("%,d".formatted(value)), new Span(name));
  }

  /** Flows whose last run failed, if there are any. */
  Optional<Div> failing(Visit visit) {
    List<Run> failed =
        runs.lastRuns(visit.access()).values().stream()
            .filter(run -> run.state() == RunState.FAILED)
            .toList();
    if (failed.isEmpty()) {
      return Optional.empty();
    }
    var panel = Look.div("", Look.section("Failing flows"));
    for (Run run : failed) {
      Failure failure = run.failure();
      var row =
          Look.link(
              visit.path("runs", run.id().toString()),
              Badges.state(run.state()),
              Look.span("pb-strong pb-ellipsis pb-home-name", run.flowName()),
              Look.span("pb-text-2 pb-ellipsis pb-grow", failure == null ? "" : failure.detail()),
              Look.span("pb-text-3 pb-small pb-num", times.ago(run.startedAt())));
      row.addClassName("pb-home-row");
      panel.add(row);
    }
    return Optional.of(panel);
  }

  /** The latest runs, or what will be here. */
  Div latest(Visit visit) {
    List<Run> latest = runs.list(visit.access(), RunFilter.ANY, null, LATEST).runs();
    var panel = Look.div("", Look.section("Latest runs"));
    if (latest.isEmpty()) {
      panel.add(nothingYet());
    }
    latest.forEach(run -> panel.add(row(visit, run)));
    return panel;
  }

  private Anchor row(Visit visit, Run run) {
    Run.TriggerRecord trigger = run.trigger();
    Double ms = run.durationMs();
    var row =
        Look.link(
            visit.path("runs", run.id().toString()),
            Badges.state(run.state()),
            Look.span("pb-strong pb-ellipsis pb-home-name", run.flowName()),
            Look.span("pb-text-2 pb-grow", trigger == null ? "" : trigger.kind()),
            Look.span("pb-text-2 pb-small pb-num", ms == null ? "" : Times.duration(ms)),
            Look.title(
                times.full(run.startedAt()),
                Look.span("pb-text-3 pb-small pb-num pb-home-time", times.ago(run.startedAt()))));
    row.addClassName("pb-home-row");
    return row;
  }

  private static Div nothingYet() {
    var ghosts = Look.div("pb-ghosts");
    ghosts.getElement().setAttribute("aria-hidden", "true");
    for (int i = 0; i < GHOST_ROWS; i++) {
      ghosts.add(Look.div("pb-ghost-row", new Span(), new Span(), new Span(), new Span()));
    }
    return Look.div(
        "pb-no-runs",
        ghosts,
        Look.div(
            "pb-no-runs-text",
            Look.span("pb-strong", "No runs yet"),
            Look.span("pb-text-2", "Each call of a flow shows up here at once, with its data.")));
  }
}
