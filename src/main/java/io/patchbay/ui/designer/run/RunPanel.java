package io.patchbay.ui.designer.run;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.patchbay.flow.FlowProblem;
import io.patchbay.flow.FlowProblem.Severity;
import io.patchbay.run.Run;
import io.patchbay.run.RunState;
import io.patchbay.run.StepRun;
import io.patchbay.ui.designer.CanvasRun;
import io.patchbay.ui.designer.bar.ProblemWords;
import io.patchbay.ui.designer.editing.Drawing;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Visit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Below the canvas: the data of the last run step by step, and all problems. */
@CssImport("./styles/designer-run.css")
public final class RunPanel extends Div {

  private enum Tab {
    DATA,
    PROBLEMS
  }

  private final Drawing drawing;
  private final Visit visit;
  private final Times times;
  private final Consumer<FlowProblem> onProblem;
  private final NativeButton dataTab = new NativeButton("Step data");
  private final NativeButton problemsTab = new NativeButton();
  private final Div result = Look.div("pb-row pb-end pb-dz-run-result");
  private final Div body = Look.div("pb-dz-run-body");
  private Tab tab = Tab.DATA;
  private @Nullable String step;

  /**
   * The panel.
   *
   * @param onProblem shows where a problem is
   */
  public RunPanel(Visit visit, Drawing drawing, Times times, Consumer<FlowProblem> onProblem) {
    this.visit = visit;
    this.drawing = drawing;
    this.times = times;
    this.onProblem = onProblem;
    addClassName("pb-dz-run");
    getElement().setAttribute("role", "region");
    getElement().setAttribute("aria-label", "Run panel");
    Div handle = Look.div("pb-dz-run-handle");
    handle.getElement().setAttribute("role", "separator");
    handle.getElement().setAttribute("aria-orientation", "horizontal");
    handle.getElement().setAttribute("tabindex", "0");
    handle.getElement().setAttribute("aria-label", "Height of the run panel");
    dataTab.addClickListener(event -> show(Tab.DATA));
    problemsTab.addClickListener(event -> show(Tab.PROBLEMS));
    Look.testId("problems-tab", problemsTab);
    Button fold = Buttons.icon(Icons.CHEVRON_DOWN, "Fold the run panel", () -> {});
    fold.addClassName("pb-dz-run-fold");
    Div head = Look.div("pb-dz-tabs pb-dz-run-head", dataTab, problemsTab, result, fold);
    add(handle, head, body);
    addAttachListener(event -> getElement().executeJs("window.patchbayRunPanel?.(this)"));
    drawing.listen(this::changed);
    show(Tab.DATA);
    showProblemCount();
    showResult(null);
  }

  /** Shows how a run goes on. */
  public void showLive(CanvasRun run) {
    if (tab == Tab.DATA) {
      body.removeAll();
      Div list = Look.div("pb-dz-run-steps");
      for (String id : drawing.flow().ids()) {
        run.steps().stream()
            .filter(state -> state.stepId().equals(id))
            .findFirst()
            .ifPresent(state -> list.add(liveRow(state)));
      }
      body.add(
          list,
          Look.div(
              "pb-dz-run-wait", new Span("Data of the steps is here as soon as the run is over.")));
    }
    result.removeAll();
    result.add(Badges.state(RunState.RUNNING));
  }

  /** Shows the problems. */
  public void showProblems() {
    show(Tab.PROBLEMS);
  }

  private void changed(Drawing.Change change) {
    switch (change) {
      case PROBLEMS -> {
        showProblemCount();
        if (tab == Tab.PROBLEMS) {
          show(Tab.PROBLEMS);
        }
      }
      case RUN -> {
        showResult(drawing.run().orElse(null));
        if (tab == Tab.DATA) {
          show(Tab.DATA);
        }
      }
      case SELECTION -> {
        Optional<String> selected = drawing.selected();
        if (selected.isPresent() && tab == Tab.DATA && !selected.get().equals(step)) {
          step = selected.get();
          show(Tab.DATA);
        }
      }
      case FLOW, RELOADED -> {}
    }
  }

  private void show(Tab chosen) {
    tab = chosen;
    dataTab.getElement().setAttribute("aria-selected", String.valueOf(tab == Tab.DATA));
    problemsTab.getElement().setAttribute("aria-selected", String.valueOf(tab == Tab.PROBLEMS));
    body.removeAll();
    if (tab == Tab.PROBLEMS) {
      showProblemList();
    } else {
      showData();
    }
  }

  private void showData() {
    Optional<Run> run = drawing.run();
    if (run.isEmpty()) {
      body.add(
          Look.div(
              "pb-dz-run-empty",
              Look.span("pb-strong", "No run yet"),
              new Span(
                  "Run the flow with Ctrl Enter, or send it a webhook: what each step was given and"
                      + " gave shows here, and its fields can be dragged onto inputs.")));
      return;
    }
    Div list = Look.div("pb-dz-run-steps");
    list.getElement().setAttribute("role", "listbox");
    list.getElement().setAttribute("aria-label", "Steps of the run");
    Run shown = run.get();
    var trigger = shown.trigger();
    String current = current(shown);
    if (trigger != null) {
      list.add(row(trigger.id(), null, trigger.id().equals(current)));
    }
    for (StepRun one : StepDetail.each(shown)) {
      list.add(row(one.id(), one, one.id().equals(current)));
    }
    var newDetail = new StepDetail(drawing, shown);
    if (current != null) {
      newDetail.show(current);
    }
    body.add(list, newDetail);
  }

  private @Nullable String current(Run run) {
    boolean has =
        step != null
            && (run.steps().stream().anyMatch(one -> one.id().equals(step))
                || (run.trigger() != null && run.trigger().id().equals(step)));
    if (has) {
      return step;
    }
    return run.steps().stream()
        .filter(one -> one.failure() != null)
        .findFirst()
        .or(() -> run.steps().stream().findFirst())
        .map(StepRun::id)
        .orElse(null);
  }

  private NativeButton row(String id, @Nullable StepRun one, boolean on) {
    var row = new NativeButton();
    row.addClassName("pb-dz-run-step");
    row.setClassName("on", on);
    row.getElement().setAttribute("role", "option");
    row.getElement().setAttribute("aria-selected", String.valueOf(on));
    row.add(
        one == null
            ? Badges.stateIcon(io.patchbay.run.StepState.SUCCEEDED)
            : Badges.stateIcon(one.state()),
        Look.span("pb-ellipsis", ProblemWords.label(drawing.flow(), id)),
        Look.span("pb-end pb-num", one == null ? "" : time(one)));
    row.addClickListener(event -> {
      step = id;
      show(Tab.DATA);
    });
    Look.testId("run-step-" + id, row);
    return row;
  }

  private Div liveRow(CanvasRun.StepState state) {
    String word = state.state().name().toLowerCase(Locale.ROOT);
    Long ms = state.durationMs();
    return Look.div(
        "pb-dz-run-step",
        Badges.state(icon(state.state()), word, ""),
        Look.span("pb-ellipsis", ProblemWords.label(drawing.flow(), state.stepId())),
        Look.span("pb-end pb-num", ms == null ? "" : Times.duration((double) ms)));
  }

  private static Icons icon(CanvasRun.State state) {
    return switch (state) {
      case RUNNING -> Icons.LOADER_CIRCLE;
      case WAITING -> Icons.HOURGLASS;
      case SUCCEEDED -> Icons.CIRCLE_CHECK;
      case FAILED -> Icons.CIRCLE_X;
      case SKIPPED -> Icons.CIRCLE_MINUS;
      case CANCELLED -> Icons.BAN;
      case QUEUED -> Icons.CIRCLE_DASHED;
      case IN_DOUBT -> Icons.CIRCLE_QUESTION_MARK;
    };
  }

  private String time(StepRun one) {
    if (one.kind().equals("condition") && one.port() != null) {
      return one.port();
    }
    Double ms = one.durationMs();
    return ms == null ? "" : Times.duration(ms);
  }

  private void showResult(@Nullable Run run) {
    result.removeAll();
    if (run == null) {
      return;
    }
    result.add(Badges.state(run.state()));
    Double ms = run.durationMs();
    if (ms != null) {
      result.add(Look.span("pb-num", Times.duration(ms)));
    }
    result.add(
        Look.title(times.full(run.startedAt()), Look.span("pb-num", times.ago(run.startedAt()))),
        Look.testId(
            "open-run", Look.link(visit.path("runs", run.id().value().toString()), "Open run")));
  }

  private void showProblemCount() {
    List<FlowProblem> problems = drawing.problems();
    boolean error = problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    problemsTab.removeAll();
    problemsTab.add(new Span("Problems"));
    if (!problems.isEmpty()) {
      problemsTab.add(Badges.tag(error ? "error" : "warning", String.valueOf(problems.size())));
    }
  }

  private void showProblemList() {
    Div list = Look.div("pb-dz-problems");
    for (FlowProblem problem : drawing.problems()) {
      boolean error = problem.severity() == Severity.ERROR;
      String id = problem.step();
      var row = new NativeButton();
      row.addClassName("pb-dz-problem");
      row.add(
          Look.line(
              error ? "pb-error-text" : "pb-warning-text",
              (error ? Icons.CIRCLE_X : Icons.TRIANGLE_ALERT).create("pb-i14")),
          Look.span("pb-strong", id == null ? "Flow" : ProblemWords.label(drawing.flow(), id)),
          Look.span("pb-mono-s pb-text-3", problem.field() == null ? "" : problem.field()),
          Look.span("pb-ellipsis", problem.message()));
      row.addClickListener(event -> {
        if (id != null) {
          drawing.select(Set.of(id));
        }
        onProblem.accept(problem);
      });
      list.add(row);
    }
    if (drawing.problems().isEmpty()) {
      list.add(
          Look.div(
              "pb-dz-run-empty",
              Look.span("pb-strong", "Nothing is wrong"),
              new Span("The flow can be published.")));
    }
    body.add(list);
  }
}
