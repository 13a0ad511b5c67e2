package io.patchbay.ui.runs;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.patchbay.run.Run;
import io.patchbay.run.StepRun;
import io.patchbay.run.StepState;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** When each step of a run happened, one bar a step over the time of the run. */
final class Waterfall extends Div {

  private static final double LABEL_ROOM = 88;

  private final transient Consumer<String> onChoose;
  private final Map<String, NativeButton> rows = new LinkedHashMap<>();
  private @Nullable String chosen;

  Waterfall(Consumer<String> onChoose) {
    this.onChoose = onChoose;
    addClassName("pb-wf");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", "Steps over time");
  }

  /** Draws the run as it is now. */
  void show(Run run, List<RunLine> lines, Instant now) {
    Double ms = run.durationMs();
    Instant end = run.finishedAt() == null ? now : run.finishedAt();
    double runMs = ms == null ? Duration.between(run.startedAt(), end).toNanos() / 1e6 : ms;
    Bars bars = Bars.of(run.startedAt(), runMs, run.steps());
    removeAll();
    rows.clear();
    add(axis(bars));
    for (RunLine line : lines) {
      NativeButton row = row(line, bars, now);
      rows.put(line.id(), row);
      add(row);
    }
    add(legend(lines));
    mark();
  }

  /** Marks a line as chosen. */
  void choose(@Nullable String id) {
    chosen = id;
    mark();
  }

  private void mark() {
    rows.forEach((id, row) -> {
      row.getElement().getClassList().set("on", id.equals(chosen));
      row.getElement().setAttribute("aria-pressed", String.valueOf(id.equals(chosen)));
    });
  }

  private static Div axis(Bars bars) {
    var track = Look.div("pb-wf-track");
    for (Bars.Tick tick : bars.ticks()) {
      if (tick.left() <= LABEL_ROOM) {
        var label = Look.span("", tick.ms() == 0 ? "0" : Times.duration(tick.ms()));
        label.getStyle().set("left", Bars.percent(tick.left()));
        track.add(label);
      }
    }
    var axis = Look.div("pb-wf-axis", new Span(), track, new Span());
    axis.getElement().setAttribute("aria-hidden", "true");
    return axis;
  }

  private NativeButton row(RunLine line, Bars bars, Instant now) {
    var row = new NativeButton();
    row.addClassNames("pb-wf-row", line.state().word());
    var track = Look.div("pb-wf-track");
    StepRun step = line.step();
    if (step == null && line.state() == StepState.SUCCEEDED) {
      track.getElement().appendChild(part(new Bars.Bar(0, 0, "succeeded")));
    } else if (step != null) {
      bars.of(step, line.trace(), now).forEach(bar -> track.getElement().appendChild(part(bar)));
    }
    row.add(
        Look.line("pb-wf-name", icon(line.state()), Look.span("pb-ellipsis", line.label())),
        track,
        Look.span("pb-wf-time", time(step)));
    row.addClickListener(event -> onChoose.accept(line.id()));
    Look.testId("line-" + line.id(), row);
    return row;
  }

  private static Element part(Bars.Bar bar) {
    var part = new Element("i");
    part.getClassList().add(bar.tone());
    part.getStyle().set("left", Bars.percent(bar.left()));
    part.getStyle().set("width", Bars.percent(bar.width()));
    return part;
  }

  /** The state as an icon; what did not happen is dashed. */
  static Component icon(StepState state) {
    if (state != StepState.SKIPPED) {
      return Badges.stateIcon(state);
    }
    var icon = Badges.state(Icons.CIRCLE_DASHED, "skipped", "");
    icon.getElement().setAttribute("role", "img");
    icon.getElement().setAttribute("aria-label", "Not taken");
    return Look.title("Not taken", icon);
  }

  private static String time(@Nullable StepRun step) {
    if (step == null || step.startedAt() == null || step.durationMs() == null) {
      return "";
    }
    return Times.duration(step.durationMs());
  }

  private static Div legend(List<RunLine> lines) {
    var legend = Look.div("pb-wf-legend");
    legend.add(key("succeeded", "done"));
    if (lines.stream().anyMatch(line -> line.state() == StepState.FAILED || isRetried(line))) {
      legend.add(key("failed", "failed"));
    }
    if (lines.stream().anyMatch(Waterfall::isRetried)) {
      legend.add(key("waiting", "waiting to retry"));
    }
    if (lines.stream().anyMatch(line -> line.state() == StepState.RUNNING)) {
      legend.add(key("running", "running"));
    }
    return legend;
  }

  private static boolean isRetried(RunLine line) {
    return line.step() != null && line.step().attempts() > 1;
  }

  private static Span key(String tone, String word) {
    var swatch = new Span();
    swatch.addClassNames("pb-wf-key", tone);
    return Look.line("pb-row pb-gap-s", swatch, new Span(word));
  }
}
