package io.patchbay.ui.designer;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import io.patchbay.ui.designer.CanvasIntent.AddStepRequested;
import io.patchbay.ui.designer.CanvasIntent.BoxResized;
import io.patchbay.ui.designer.CanvasIntent.Command;
import io.patchbay.ui.designer.CanvasIntent.CopyRequested;
import io.patchbay.ui.designer.CanvasIntent.DuplicateRequested;
import io.patchbay.ui.designer.CanvasIntent.LinkDrawn;
import io.patchbay.ui.designer.CanvasIntent.NoteEdited;
import io.patchbay.ui.designer.CanvasIntent.NoteRequested;
import io.patchbay.ui.designer.CanvasIntent.Pasted;
import io.patchbay.ui.designer.CanvasIntent.SelectionChanged;
import io.patchbay.ui.designer.CanvasIntent.StepDropped;
import io.patchbay.ui.designer.CanvasIntent.StepOpened;
import io.patchbay.ui.designer.CanvasIntent.StepRenamed;
import io.patchbay.ui.designer.CanvasIntent.StepsDeleted;
import io.patchbay.ui.designer.CanvasIntent.StepsMoved;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The drawing of a flow. Java holds the truth: after every intent the listener changes its flow and
 * calls {@link #load} again; the canvas has already shown the change and settles on the answer.
 * Keep this component free of the flow's logic.
 */
@Tag("flow-canvas")
@JsModule("./flow-canvas/flow-canvas.tsx")
public final class FlowCanvas extends Component implements HasSize {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Map<Command, String> COMMANDS =
      Map.of(
          Command.UNDO, "undo-requested",
          Command.REDO, "redo-requested",
          Command.LAYOUT, "layout-requested",
          Command.RUN, "run-requested",
          Command.SAVE, "save-requested",
          Command.KEYS, "keys-requested");

  private @Nullable CanvasFlow flow;
  private @Nullable CanvasRun run;
  private List<CanvasProblem> problems = List.of();
  private List<String> selection = List.of();
  private boolean readOnly;

  /** An empty canvas, as large as its place. */
  public FlowCanvas() {
    setSizeFull();
    addSelectionChangedListener(change -> selection = change.ids());
  }

  /** Shows this flow; the first time, and for another flow id, all of it. */
  public void load(CanvasFlow newFlow) {
    flow = newFlow;
    send("load", newFlow);
  }

  /** Marks steps with these problems and no others. */
  public void problems(List<CanvasProblem> newProblems) {
    problems = List.copyOf(newProblems);
    send("problems", problems);
  }

  /**
   * Lays a run over the flow; null takes it away. At most one call per 100 ms serves users best.
   */
  public void runStates(@Nullable CanvasRun newRun) {
    run = newRun;
    send("runStates", newRun);
  }

  /** Selects these steps and no others. */
  public void select(List<String> ids) {
    selection = List.copyOf(ids);
    send("select", selection);
  }

  /** The steps that are selected. */
  public List<String> selection() {
    return selection;
  }

  /** Brings these steps into view. */
  public void reveal(List<String> ids) {
    send("reveal", ids);
  }

  /** Whether the canvas only shows, as on the page of a run. */
  public void setReadOnly(boolean newReadOnly) {
    readOnly = newReadOnly;
    send("setReadOnly", readOnly);
  }

  /** Opens the name of this step for editing in place. */
  public void rename(String id) {
    send("rename", id);
  }

  /** Puts text on the user's clipboard: the answer to {@link CopyRequested}. */
  public void copyText(String text) {
    send("copyText", text);
  }

  /** A palette row was dropped on the canvas or on a link. */
  public Registration addStepDroppedListener(Consumer<StepDropped> listener) {
    return on("step-dropped", StepDropped.class, listener);
  }

  /** Steps were moved. */
  public Registration addStepsMovedListener(Consumer<StepsMoved> listener) {
    return on("steps-moved", StepsMoved.class, listener);
  }

  /** A note or container got another size. */
  public Registration addBoxResizedListener(Consumer<BoxResized> listener) {
    return on("box-resized", BoxResized.class, listener);
  }

  /** A link or cable was drawn. */
  public Registration addLinkDrawnListener(Consumer<LinkDrawn> listener) {
    return on("link-drawn", LinkDrawn.class, listener);
  }

  /** Steps or links are to be deleted. */
  public Registration addStepsDeletedListener(Consumer<StepsDeleted> listener) {
    return on("steps-deleted", StepsDeleted.class, listener);
  }

  /** The user selected other steps or links. */
  public Registration addSelectionChangedListener(Consumer<SelectionChanged> listener) {
    return on("selection-changed", SelectionChanged.class, listener);
  }

  /** A step was opened by Enter or a double click. */
  public Registration addStepOpenedListener(Consumer<StepOpened> listener) {
    return on("step-opened", StepOpened.class, listener);
  }

  /** A step was renamed in place. */
  public Registration addStepRenamedListener(Consumer<StepRenamed> listener) {
    return on("step-renamed", StepRenamed.class, listener);
  }

  /** A note was written. */
  public Registration addNoteEditedListener(Consumer<NoteEdited> listener) {
    return on("note-edited", NoteEdited.class, listener);
  }

  /** Steps are to be copied or cut. */
  public Registration addCopyRequestedListener(Consumer<CopyRequested> listener) {
    return on("copy-requested", CopyRequested.class, listener);
  }

  /** Text was pasted. */
  public Registration addPastedListener(Consumer<Pasted> listener) {
    return on("pasted", Pasted.class, listener);
  }

  /** Steps are to be doubled. */
  public Registration addDuplicateRequestedListener(Consumer<DuplicateRequested> listener) {
    return on("duplicate-requested", DuplicateRequested.class, listener);
  }

  /** A step is wanted somewhere. */
  public Registration addAddStepRequestedListener(Consumer<AddStepRequested> listener) {
    return on("add-step-requested", AddStepRequested.class, listener);
  }

  /** A note is wanted somewhere. */
  public Registration addNoteRequestedListener(Consumer<NoteRequested> listener) {
    return on("note-requested", NoteRequested.class, listener);
  }

  /** This command was given, by key or button. */
  public Registration addCommandListener(Command command, Runnable listener) {
    return getElement()
        .addEventListener(Objects.requireNonNull(COMMANDS.get(command)), event -> listener.run());
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    send("setReadOnly", readOnly);
    if (flow != null) {
      send("load", flow);
      send("problems", problems);
      send("runStates", run);
      send("select", selection);
    }
  }

  private <T extends CanvasIntent> Registration on(
      String type, Class<T> intent, Consumer<T> listener) {
    return getElement()
        .addEventListener(
            type, event -> listener.accept(read(event.getEventData().get("event.detail"), intent)))
        .addEventData("event.detail");
  }

  private static <T extends CanvasIntent> T read(JsonNode detail, Class<T> intent) {
    return JSON.treeToValue(detail, intent);
  }

  /** Calls a method of the element; what is set before it is attached is sent when it is. */
  private void send(String method, @Nullable Object value) {
    if (isAttached()) {
      getElement().callJsFunction(method, json(value));
    }
  }

  static JsonNode json(@Nullable Object value) {
    return JSON.valueToTree(value);
  }
}
