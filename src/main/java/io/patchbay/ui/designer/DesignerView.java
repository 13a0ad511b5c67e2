package io.patchbay.ui.designer;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import io.patchbay.common.Access.Role;
import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.FlowDraft;
import io.patchbay.flow.FlowProblem;
import io.patchbay.flow.FlowVersion;
import io.patchbay.flow.Link;
import io.patchbay.ui.designer.CanvasIntent.Command;
import io.patchbay.ui.designer.bar.DesignerBar;
import io.patchbay.ui.designer.bar.PublishDialog;
import io.patchbay.ui.designer.bar.PublishedDialog;
import io.patchbay.ui.designer.bar.RunInputDialog;
import io.patchbay.ui.designer.bar.VersionsDialog;
import io.patchbay.ui.designer.editing.Drawing;
import io.patchbay.ui.designer.editing.FlowDiff;
import io.patchbay.ui.designer.editing.FlowEditing;
import io.patchbay.ui.designer.editing.Replace;
import io.patchbay.ui.designer.inspector.InspectorPanel;
import io.patchbay.ui.designer.inspector.TriggerForms;
import io.patchbay.ui.designer.palette.PaletteItem;
import io.patchbay.ui.designer.palette.PalettePanel;
import io.patchbay.ui.designer.palette.QuickAdd;
import io.patchbay.ui.designer.run.RunPanel;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.EditorPage;
import io.patchbay.ui.shell.EmptyState;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.Visit;
import io.patchbay.ui.shell.Visits;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The designer of one flow: puts its panels together and keeps what they draw. */
@Route(":workspace/flows/:slug")
@PermitAll
@CssImport("./styles/designer.css")
@StyleSheet("context://assets/theme/customizing.css")
@JsModule("./designer/designer.ts")
class DesignerView extends Div
    implements BeforeEnterObserver, EditorPage, HasDynamicTitle, DesignerBar.Actions {

  private final transient Visits visits;
  private final transient DesignerServices services;
  private final FlowCanvas canvas = new FlowCanvas();
  private final Div banner = new Div();
  private final Div empty = Look.div("pb-dz-empty");
  private transient @Nullable Parts parts;

  /** What belongs to the flow that is open. */
  private record Parts(
      Visit visit,
      String slug,
      Drawing drawing,
      CanvasMapper mapper,
      CanvasEditing editing,
      Autosave autosave,
      DesignerBar bar,
      InspectorPanel inspector,
      RunPanel runPanel,
      DesignerRuns runs,
      String hooks) {}

  private @Nullable Flow liveFlow;
  private @Nullable Integer liveVersion;
  private long revision;

  DesignerView(Visits visits, DesignerServices services) {
    this.visits = visits;
    this.services = services;
    addClassName("pb-dz");
    getElement()
        .addEventListener(
            "designer-key", event -> key(event.getEventData().get("event.detail").asString()))
        .addEventData("event.detail");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Visit visit = visits.of(event);
    String slug = event.getRouteParameters().get("slug").orElse("");
    FlowDraft draft = services.flows().get(visit.access(), slug);
    removeAll();
    open(event.getUI(), visit, draft);
  }

  @Override
  public String getPageTitle() {
    return parts == null ? "Patchbay" : parts.drawing().flow().name() + " · Patchbay";
  }

  private void open(UI ui, Visit visit, FlowDraft draft) {
    boolean readOnly = !visit.may(Role.EDITOR);
    Flow placed = services.layout().complete(draft.flow());
    FlowEditing editing =
        kept(visit, draft)
            .filter(kept -> kept.flow().equals(draft.flow()))
            .orElseGet(() -> new FlowEditing(placed));
    var drawing = new Drawing(editing, services.lookup(visit), readOnly);
    var autosave =
        new Autosave(services.flows(), visit::access, draft, new Delay(ui), new Saving());
    var environments = services.environments(visit);
    var bar = new DesignerBar(visit, drawing, environments, this);
    var canvasEditing = new CanvasEditing(drawing, canvas, services.newSteps(), services.layout());
    String hooks = services.hooks(visit);
    var inspector =
        new InspectorPanel(visit, drawing, services.forms(), new TriggerForms(hooks, environments));
    var runPanel = new RunPanel(visit, drawing, services.times(), this::showProblem);
    var runs =
        new DesignerRuns(
            visit, draft.slug(), drawing, services, canvas, bar, runPanel, new Delay(ui), ui);
    parts =
        new Parts(
            visit,
            draft.slug(),
            drawing,
            new CanvasMapper(drawing.lookup()),
            canvasEditing,
            autosave,
            bar,
            inspector,
            runPanel,
            runs,
            hooks);
    var palette =
        new PalettePanel(
            visit,
            services.apis(),
            services.forms(),
            () -> services.publishedFlows(visit, draft.slug()),
            drawing,
            canvasEditing::add);
    banner.addClassName("pb-dz-banner");
    banner.setVisible(false);
    Div middle = Look.div("pb-dz-canvas", canvas, empty);
    Div centre = Look.div("pb-dz-centre", banner, middle, runPanel);
    add(bar, Look.div("pb-dz-panels", palette, centre, inspector));
    canvas.setReadOnly(readOnly);
    canvas.addCommandListener(Command.RUN, () -> run(null));
    canvas.addCommandListener(Command.SAVE, this::save);
    canvas.addCommandListener(
        Command.KEYS,
        () -> getElement().executeJs("document.querySelector('[data-key=\"?\"]')?.click()"));
    canvas.addAddStepRequestedListener(this::quickAdd);
    drawing.listen(this::changed);
    loadLive(draft);
    showFlow();
    validate();
    bar.showSaved("Saved", false);
    runs.showLatest();
  }

  private void changed(Drawing.Change change) {
    Parts now = parts;
    if (now == null) {
      return;
    }
    switch (change) {
      case FLOW, RELOADED -> {
        keep(now);
        now.autosave().changed(now.drawing().flow());
        showFlow();
        validate();
      }
      case SELECTION -> {
        List<String> ids = List.copyOf(now.drawing().selection());
        if (!Set.copyOf(canvas.selection()).equals(now.drawing().selection())) {
          canvas.select(ids);
          canvas.reveal(ids);
        }
      }
      case PROBLEMS -> canvas.problems(CanvasMapper.problems(now.drawing().problems()));
      case RUN -> {}
    }
  }

  private void showFlow() {
    Parts now = parts;
    if (now == null) {
      return;
    }
    FlowEditing editing = now.drawing().editing();
    Flow flow = editing.flow();
    canvas.load(
        now.mapper()
            .toCanvas(
                now.slug(),
                flow,
                ++revision,
                editing.undoLabel().isPresent(),
                editing.redoLabel().isPresent()));
    now.bar().showVersions(liveVersion, FlowDiff.between(liveFlow, flow).size());
    showEmpty(now, flow);
  }

  private void showEmpty(Parts now, Flow flow) {
    empty.removeAll();
    empty.setVisible(flow.ids().isEmpty());
    if (flow.ids().isEmpty() && !now.drawing().readOnly()) {
      empty.add(
          new EmptyState(
              "Nothing starts this flow yet",
              "Begin with what starts it, then drag methods of your APIs below it.",
              Look.testId(
                  "add-webhook",
                  Buttons.neutral(
                      "Add a webhook trigger",
                      Icons.WEBHOOK,
                      () -> now.editing().add(PaletteItem.of("webhook")))),
              Buttons.neutral(
                  "Add a manual trigger",
                  Icons.PLAY,
                  () -> now.editing().add(PaletteItem.of("manual")))));
    }
  }

  private void validate() {
    Parts now = parts;
    if (now != null) {
      now.drawing()
          .setProblems(services.flows().validate(now.visit().access(), now.drawing().flow()));
    }
  }

  private void showProblem(FlowProblem problem) {
    Parts now = parts;
    if (now == null) {
      return;
    }
    String step = problem.step();
    if (step != null) {
      now.drawing().select(Set.of(step));
      now.inspector().reveal(problem.field());
    }
    now.runPanel().showProblems();
  }

  private void quickAdd(CanvasIntent.AddStepRequested where) {
    Parts now = parts;
    if (now != null && !now.drawing().readOnly()) {
      new QuickAdd(
              now.visit(),
              services.apis(),
              services.forms(),
              where.clientX(),
              where.clientY(),
              offer(now.drawing().flow(), where),
              item -> now.editing().add(item, where))
          .open();
    }
  }

  /** At the cable of a customization only what takes part in it; logic and calls elsewhere. */
  private static QuickAdd.Offer offer(Flow flow, CanvasIntent.AddStepRequested where) {
    String from = where.from();
    if (from == null || !Link.CUSTOMIZE.equals(where.fromPort())) {
      return QuickAdd.Offer.STEPS;
    }
    return flow.step(from).orElse(null) instanceof CustomizationStep
        ? QuickAdd.Offer.CALLS
        : QuickAdd.Offer.CUSTOMIZATIONS;
  }

  private void key(String key) {
    Parts now = parts;
    if (now == null) {
      return;
    }
    switch (key) {
      case "undo" -> now.editing().undo();
      case "redo" -> now.editing().redo();
      default -> {}
    }
  }

  @Override
  public void save() {
    if (parts != null) {
      parts.autosave().now();
    }
  }

  @Override
  public void run(@Nullable String trigger) {
    save();
    if (parts != null) {
      parts.runs().start(trigger, null);
    }
  }

  @Override
  public void runWith() {
    save();
    Parts now = parts;
    if (now != null) {
      new RunInputDialog(now.drawing().flow(), (trigger, body) -> now.runs().start(trigger, body))
          .open();
    }
  }

  @Override
  public void cancelRun() {
    if (parts != null) {
      parts.runs().cancel();
    }
  }

  @Override
  public void publish() {
    save();
    Parts now = parts;
    if (now != null) {
      List<FlowVersion> versions = services.flows().versions(now.visit().access(), now.slug());
      int next = versions.isEmpty() ? 1 : versions.getFirst().version() + 1;
      new PublishDialog(
              now.drawing(),
              next,
              FlowDiff.between(liveFlow, now.drawing().flow()),
              this::publish,
              this::showProblem)
          .open();
    }
  }

  private void publish(@Nullable String note) {
    Parts now = parts;
    if (now == null) {
      return;
    }
    try {
      FlowVersion version = services.flows().publish(now.visit().access(), now.slug(), note);
      liveVersion = version.version();
      liveFlow = now.drawing().flow();
      showFlow();
      if (PublishedDialog.isWorthIt(liveFlow)) {
        new PublishedDialog(liveFlow, version.version(), now.hooks()).open();
      } else {
        Toasts.success("v%d is live".formatted(version.version()));
      }
    } catch (InvalidException | ConflictException e) {
      Toasts.error("It was not published", String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void versions() {
    save();
    Parts now = parts;
    if (now == null) {
      return;
    }
    new VersionsDialog(
            services.flows().versions(now.visit().access(), now.slug()),
            now.drawing().flow(),
            !now.drawing().readOnly(),
            services.times(),
            version -> services.flows().version(now.visit().access(), now.slug(), version),
            version -> restore(now, version))
        .open();
  }

  private void restore(Parts now, int version) {
    Flow flow = services.flows().version(now.visit().access(), now.slug(), version);
    now.drawing()
        .applyAndReload(
            new Replace(services.layout().complete(flow), "restore of v%d".formatted(version)));
    Toasts.success("The draft is v%d again".formatted(version), "Undo", () -> now.drawing().undo());
  }

  private void loadLive(FlowDraft draft) {
    Parts now = parts;
    liveVersion = draft.liveVersion();
    liveFlow =
        liveVersion == null || now == null
            ? null
            : services.flows().version(now.visit().access(), draft.slug(), liveVersion);
  }

  private void showConflict(FlowDraft theirs) {
    Parts now = parts;
    if (now == null) {
      return;
    }
    banner.removeAll();
    banner.setVisible(true);
    Component band =
        Look.div(
            "pb-band warning",
            Icons.TRIANGLE_ALERT.create(),
            Look.span(
                "pb-grow",
                "%s changed this flow meanwhile. Your changes are not saved."
                    .formatted(theirs.updatedBy())),
            Look.testId(
                "conflict-reload",
                Buttons.neutral("Load theirs", null, () -> loadTheirs(now, theirs))),
            Look.testId("conflict-keep", Buttons.neutral("Keep mine", null, () -> keepMine(now))));
    banner.add(band);
  }

  private void loadTheirs(Parts now, FlowDraft theirs) {
    banner.setVisible(false);
    now.drawing().replace(new FlowEditing(services.layout().complete(theirs.flow())));
    now.autosave().goOnFrom(theirs);
  }

  private void keepMine(Parts now) {
    banner.setVisible(false);
    now.autosave().keepMine(now.drawing().flow());
  }

  /** Past and future of the flow outlive a reload of the page. */
  private static void keep(Parts now) {
    VaadinSession.getCurrent()
        .setAttribute(key(now.visit(), now.slug()), now.drawing().editing().copy());
  }

  private static Optional<FlowEditing> kept(Visit visit, FlowDraft draft) {
    return Optional.ofNullable(VaadinSession.getCurrent().getAttribute(key(visit, draft.slug())))
        .filter(FlowEditing.class::isInstance)
        .map(kept -> ((FlowEditing) kept).copy());
  }

  private static String key(Visit visit, String slug) {
    return "flow-editing " + visit.workspace() + "/" + slug;
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    getElement().executeJs("window.patchbayDesigner?.(this)");
  }

  @Override
  protected void onDetach(DetachEvent event) {
    save();
    super.onDetach(event);
  }

  /** Shows how saving stands. */
  private final class Saving implements Autosave.Listener {

    @Override
    public void saving() {
      show("Saving…", false);
    }

    @Override
    public void saved(FlowDraft draft) {
      show("Saved", false);
    }

    @Override
    public void conflict(FlowDraft theirs) {
      show("Not saved", true);
      showConflict(theirs);
    }

    @Override
    public void failed(String message) {
      show("Not saved", true);
      Toasts.error("The flow could not be saved", message);
    }

    private void show(String text, boolean wrong) {
      if (parts != null) {
        parts.bar().showSaved(text, wrong);
      }
    }
  }
}
