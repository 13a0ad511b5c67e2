package io.patchbay.ui.runs;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.Failure;
import io.patchbay.engine.CallTrace;
import io.patchbay.http.CurlCommand;
import io.patchbay.http.SentRequest;
import io.patchbay.run.Run;
import io.patchbay.run.StepRun;
import io.patchbay.run.StepState;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.CopyButton;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.SentRequestView;
import io.patchbay.ui.shell.Times;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One step of a run: how it went, what it was given and gave, what was sent. */
final class StepPane extends Div {

  private final transient Times times;
  private final Div head = Look.div("pb-run-step-head");
  private final Div failureBand = new Div();
  private final RunTabs tabs = new RunTabs();
  private transient @Nullable RunLine shown;

  StepPane(Times times) {
    this.times = times;
    addClassName("pb-run-step");
    getElement().setAttribute("role", "region");
    getElement().setAttribute("aria-label", "Chosen step");
    add(head, failureBand, tabs);
    show(null, null);
  }

  /** Shows a line of the run; nothing is drawn anew when nothing changed. */
  void show(@Nullable RunLine line, @Nullable Run run) {
    if (line != null && line.equals(shown)) {
      return;
    }
    shown = line;
    head.removeAll();
    failureBand.removeAll();
    failureBand.setVisible(false);
    tabs.setVisible(line != null);
    if (line == null || run == null) {
      head.add(RunData.hint("Choose a step to see what it was given and what it gave."));
      return;
    }
    showHead(line);
    StepRun step = line.step();
    if (step != null && step.failure() != null) {
      showFailure(step.failure());
    }
    tabs.clear();
    if (step == null) {
      showUnrecorded(line, run);
    } else {
      showStep(line, step);
    }
  }

  private void showHead(RunLine line) {
    var about = Look.div("pb-row pb-gap-s pb-small pb-text-2");
    about.add(new Span(RunWords.capital(line.kind())), Look.mono(line.id()));
    StepRun step = line.step();
    if (step != null && step.durationMs() != null && step.startedAt() != null) {
      about.add(Look.span("pb-num", Times.duration(step.durationMs())));
    }
    if (step != null && step.port() != null && line.kind().equals("condition")) {
      about.add(Badges.tag("line", step.port()));
    }
    var state =
        line.state() == StepState.SKIPPED
            ? Badges.state(Icons.CIRCLE_DASHED, "skipped", "Not taken")
            : Badges.state(line.state());
    state.addClassName("pill");
    head.add(Look.div("pb-grow pb-run-step-name", new H2(line.label()), about), state);
  }

  private void showFailure(Failure failure) {
    failureBand.setVisible(true);
    failureBand.setClassName(
        "pb-band pb-run-failure " + (failure.kind() == Failure.Kind.IN_DOUBT ? "doubt" : "error"));
    failureBand.add(
        Icons.CIRCLE_X.create(),
        Look.div("pb-col", Look.span("pb-strong", failure.title()), new Span(failure.detail())));
    Look.testId("step-failure", failureBand);
  }

  private void showUnrecorded(RunLine line, Run run) {
    var trigger = run.trigger();
    if (trigger != null && trigger.id().equals(line.id())) {
      tabs.tab("Output", "", () -> RunData.tree(trigger.data(), "trigger", "It brought no data."));
    } else {
      String sentence =
          run.state().isFinal() ? "The run did not come here." : "The run has not come here yet.";
      tabs.tab("Output", "", () -> RunData.hint(sentence));
    }
    tabs.open("Output");
  }

  private void showStep(RunLine line, StepRun step) {
    JsonNode output = step.output();
    Optional<CallTrace> trace = line.trace();
    SentRequest sent = trace.map(CallTrace::sent).orElse(null);
    tabs.tab("Input", "", () -> RunData.tree(step.input(), "input", "It was given nothing."));
    tabs.tab(
        "Output", "", () -> RunData.tree(output, "steps." + step.id(), noOutput(step.state())));
    if (sent != null) {
      tabs.tab("Request", "", () -> request(sent));
    } else if (step.request() != null && trace.isEmpty()) {
      tabs.tab("Request", "", () -> RunData.tree(step.request(), "request", ""));
    }
    if (trace.isPresent() && !trace.get().attempts().isEmpty()) {
      CallTrace made = trace.get();
      tabs.tab(
          "Attempts", String.valueOf(made.attempts().size()), () -> new AttemptList(made, times));
    }
    tabs.open(sent != null && step.state() == StepState.FAILED ? "Request" : "Output");
  }

  private static Component request(SentRequest sent) {
    return Look.div(
        "pb-run-request",
        Look.div(
            "pb-row pb-run-pad",
            Look.span("pb-text-3 pb-small", "As sent, without secrets"),
            Look.line("pb-end", CopyButton.link("Copy as cURL", CurlCommand.of(sent), "Command"))),
        new SentRequestView(sent));
  }

  private static String noOutput(StepState state) {
    return switch (state) {
      case SKIPPED -> "The run did not come here.";
      case FAILED -> "It failed before it gave anything.";
      case CANCELLED -> "It was cancelled before it gave anything.";
      case QUEUED, RUNNING, WAITING -> "It is not done yet.";
      case IN_DOUBT -> "Nobody knows whether the call arrived.";
      case SUCCEEDED -> "It gave nothing.";
    };
  }
}
