package io.patchbay.ui.runs;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.patchbay.common.NotFoundException;
import io.patchbay.engine.RunStarter;
import io.patchbay.flow.Flow;
import io.patchbay.run.Run;
import io.patchbay.run.RunId;
import io.patchbay.run.RunService;
import io.patchbay.run.StepState;
import io.patchbay.ui.designer.FlowCanvas;
import io.patchbay.ui.shell.Confirm;
import io.patchbay.ui.shell.EditorPage;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Times;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.Visit;
import io.patchbay.ui.shell.Visits;
import io.patchbay.ui.shell.Watch;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run: the flow that it followed, its steps over time, and the data of each. */
@Route(":workspace/runs/:run")
@PermitAll
@CssImport("./styles/runs.css")
class RunView extends Div implements BeforeEnterObserver, HasDynamicTitle, EditorPage {

  private static final Logger LOG = LoggerFactory.getLogger(RunView.class);
  private static final int LOOK_EVERY_MS = 1_000;

  private final transient RunService runs;
  private final transient RunStarter starter;
  private final transient RunPlans plans;
  private final transient Visits visits;
  private final transient Times times;
  private final transient Watch watch = new Watch(this, LOOK_EVERY_MS, this::look);
  private transient @Nullable Open open;
  private @Nullable String chosen;
  private boolean chosenByHand;
  private transient Run.@Nullable Reply shownReply;
  private boolean dataShown;

  /** The parts of the page of one run. */
  private record Open(
      Visit visit,
      RunId id,
      @Nullable Flow flow,
      RunHead head,
      FlowCanvas canvas,
      Waterfall waterfall,
      RunTabs data,
      StepPane pane) {}

  RunView(RunService runs, RunStarter starter, RunPlans plans, Visits visits, Times times) {
    this.runs = runs;
    this.starter = starter;
    this.plans = plans;
    this.visits = visits;
    this.times = times;
    addClassNames("pb-page", "pb-run");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Visit visit = visits.of(event);
    Run run = runs.get(visit.access(), id(event.getRouteParameters().get("run").orElse("")));
    Flow flow = plans.flow(visit.access(), run).orElse(null);
    var now =
        new Open(
            visit,
            run.id(),
            flow,
            new RunHead(visit, times, run, this::askToCancel),
            new FlowCanvas(),
            new Waterfall(this::choose),
            new RunTabs(),
            new StepPane(times));
    open = now;
    chosen = null;
    chosenByHand = false;
    dataShown = false;
    build(now, run);
    show(now, run);
  }

  @Override
  public String getPageTitle() {
    return "Run · Patchbay";
  }

  private void build(Open now, Run run) {
    removeAll();
    Div drawing = Look.div("pb-run-canvas", now.canvas());
    now.canvas().setReadOnly(true);
    Flow flow = now.flow();
    if (flow == null) {
      drawing.removeAll();
      drawing.add(RunData.hint("The flow of this run is not kept any more."));
    } else {
      now.canvas().load(plans.drawing(now.visit().access(), run, flow));
      now.canvas()
          .addSelectionChangedListener(change -> {
            if (change.ids().size() == 1 && !change.ids().getFirst().equals(chosen)) {
              choose(change.ids().getFirst());
            }
          });
    }
    if (run.version() == null && flow != null) {
      drawing.add(Look.span("pb-tag pb-run-canvas-note", "The draft as it is now"));
    }
    add(
        now.head(),
        Look.div(
            "pb-run-body",
            drawing,
            Look.div("pb-run-mid", now.waterfall(), now.data()),
            now.pane()));
  }

  private void show(Open now, Run run) {
    List<RunLine> lines = RunLine.of(run, now.flow());
    now.head().show(run, lines);
    now.waterfall().show(run, lines, times.now());
    if (now.flow() != null) {
      now.canvas().runStates(RunOverlay.of(run, now.flow(), lines));
    }
    boolean replied = !Objects.equals(shownReply, run.reply()) || run.state().isFinal();
    if (!dataShown || replied) {
      shownReply = run.reply();
      dataShown = true;
      showData(now, run);
    }
    if (!chosenByHand) {
      chosen = mostTelling(lines);
    }
    showChosen(now, run, lines);
    if (run.state().isFinal()) {
      watch.stop();
    } else {
      watch.start();
    }
  }

  private static void showData(Open now, Run run) {
    now.data().clear();
    var trigger = run.trigger();
    now.data()
        .tab(
            "Trigger data",
            "",
            () ->
                RunData.tree(
                    trigger == null ? null : trigger.data(), "trigger", "It was not recorded."));
    var reply = run.reply();
    now.data()
        .tab(
            "Reply", reply == null ? "" : String.valueOf(reply.status()), () -> RunData.reply(run));
    now.data().open("Trigger data");
  }

  /** The step to look at first: what failed, else what runs, else what was last. */
  private static @Nullable String mostTelling(List<RunLine> lines) {
    for (StepState state : List.of(StepState.FAILED, StepState.RUNNING, StepState.WAITING)) {
      for (RunLine line : lines) {
        if (line.state() == state) {
          return line.id();
        }
      }
    }
    return lines.stream()
        .filter(line -> line.state() == StepState.SUCCEEDED)
        .reduce((first, second) -> second)
        .map(RunLine::id)
        .orElse(null);
  }

  private void choose(String id) {
    Open now = open;
    if (now != null) {
      chosen = id;
      chosenByHand = true;
      Run run = runs.get(now.visit().access(), now.id());
      showChosen(now, run, RunLine.of(run, now.flow()));
    }
  }

  private void showChosen(Open now, Run run, List<RunLine> lines) {
    now.waterfall().choose(chosen);
    now.pane()
        .show(
            lines.stream().filter(line -> line.id().equals(chosen)).findFirst().orElse(null), run);
    List<String> selection = chosen == null ? List.of() : List.of(chosen);
    if (!now.canvas().selection().equals(selection)) {
      now.canvas().select(selection);
    }
  }

  private void look() {
    Open now = open;
    if (now == null) {
      return;
    }
    try {
      show(now, runs.get(now.visit().access(), now.id()));
    } catch (RuntimeException e) {
      watch.stop();
      LOG.warn("The run could not be read again.", e);
      Toasts.error(
          "This page no longer follows the run", "Load it again to see how the run stands.");
    }
  }

  private void askToCancel() {
    Open now = open;
    if (now != null) {
      new Confirm(
              "Cancel this run?",
              "Steps that run are stopped. What they have sent already is not taken back.",
              "Cancel run",
              () -> {
                starter.cancel(now.visit().access(), now.id());
                look();
              })
          .open();
    }
  }

  private static RunId id(String text) {
    try {
      return new RunId(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      throw NotFoundException.of("run", text);
    }
  }
}
