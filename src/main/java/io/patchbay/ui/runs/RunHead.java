package io.patchbay.ui.runs;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.Access.Role;
import io.patchbay.common.Failure;
import io.patchbay.run.Run;
import io.patchbay.run.StepState;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.CopyButton;
import io.patchbay.ui.shell.Crumbs;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Visit;
import java.time.Duration;
import java.util.List;

/** The top of a run's page: where it is, how it stands, its facts, and what can be done. */
final class RunHead extends Div {

  private final transient Times times;
  private final Span state = Look.span("", "");
  private final Div facts = Look.div("pb-run-facts");
  private final Div failureBand = new Div();
  private final Button cancel;

  RunHead(Visit visit, Times times, Run run, Runnable onCancel) {
    this.times = times;
    addClassName("pb-run-head");
    String id = run.id().toString();
    var crumbs =
        new Crumbs()
            .to(visit.path("runs"), "Runs")
            .to(visit.path("runs") + "?flow=" + run.flow(), run.flowName())
            .here(Look.title(id, Look.mono(brief(id))));
    var designer =
        Buttons.neutral(
            "Open in designer",
            Icons.PENCIL_RULER,
            () -> getUI().ifPresent(ui -> ui.navigate(visit.path("flows", run.flow()))));
    Look.testId("open-designer", designer);
    cancel =
        visit.needs(
            Role.OPERATOR, Look.testId("cancel-run", Buttons.danger("Cancel run", null, onCancel)));
    state.getElement().setAttribute("role", "status");
    Look.testId("run-state", state);
    var bar =
        new Header(
            crumbs, CopyButton.icon(id, "Run id"), state, Look.line("pb-end", designer, cancel));
    bar.addClassName("pb-bar");
    failureBand.addClassNames("pb-band", "error", "pb-run-failure");
    failureBand.getElement().setAttribute("role", "alert");
    add(bar, facts, failureBand);
  }

  /** Shows how the run stands now. */
  void show(Run run, List<RunLine> lines) {
    state.removeAll();
    var pill = Badges.state(run.state());
    pill.addClassName("pill");
    state.add(pill);
    cancel.setVisible(!run.state().isFinal());
    facts.removeAll();
    facts.add(
        fact(
            "Started",
            Look.title(times.full(run.startedAt()), new Span(times.moment(run.startedAt())))),
        fact("Took", Look.span("pb-num", took(run))),
        fact("Version", new Span(run.version() == null ? "draft" : "v" + run.version())));
    String environment = run.environment();
    if (environment != null) {
      facts.add(Look.testId("run-environment", fact("Environment", Look.mono(environment))));
    }
    var trigger = run.trigger();
    if (trigger != null) {
      Icons icon = trigger.kind().equals("webhook") ? Icons.WEBHOOK : Icons.HAND;
      String label =
          lines.stream()
              .filter(line -> line.id().equals(trigger.id()))
              .map(RunLine::label)
              .findFirst()
              .orElse(trigger.id());
      facts.add(
          fact("Trigger", Look.line("pb-row pb-gap-s", icon.create("pb-i14"), new Span(label))));
    }
    facts.add(fact("Steps", Look.span("pb-num", steps(lines))));
    showFailure(run);
  }

  /** Says why a run failed where no step says it. */
  private void showFailure(Run run) {
    Failure failure = run.failure();
    boolean told = failure == null || run.steps().stream().anyMatch(step -> step.failure() != null);
    failureBand.removeAll();
    failureBand.setVisible(!told);
    if (failure != null && !told) {
      failureBand.add(
          Icons.CIRCLE_X.create(),
          Look.div("pb-col", Look.span("pb-strong", failure.title()), new Span(failure.detail())));
    }
  }

  /** How many of the steps are done, the trigger not counted. */
  static String steps(List<RunLine> lines) {
    long all = lines.stream().filter(RunHead::isStep).count();
    long done =
        lines.stream()
            .filter(line -> line.step() != null && line.state() == StepState.SUCCEEDED)
            .count();
    return "%d of %d done".formatted(done, all);
  }

  private static boolean isStep(RunLine line) {
    return !line.kind().equals("webhook") && !line.kind().equals("manual");
  }

  private String took(Run run) {
    Double ms = run.durationMs();
    return ms != null
        ? Times.duration(ms)
        : Times.span(Duration.between(run.startedAt(), times.now())) + " so far";
  }

  private static Div fact(String name, Component value) {
    return Look.div("", Look.span("pb-tiny pb-text-3", name), value);
  }

  /** The end of an id tells runs apart; its beginning is the time. */
  private static String brief(String id) {
    return "…" + id.substring(Math.max(0, id.length() - 12));
  }
}
