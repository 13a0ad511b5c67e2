package io.patchbay.ui.designer;

import io.patchbay.flow.ContainerStep;
import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import io.patchbay.flow.Link;
import io.patchbay.flow.NoteStep;
import io.patchbay.flow.Step;
import io.patchbay.flow.Trigger;
import io.patchbay.ui.designer.CanvasIntent.Command;
import io.patchbay.ui.designer.editing.AddLink;
import io.patchbay.ui.designer.editing.AddPatched;
import io.patchbay.ui.designer.editing.AddStep;
import io.patchbay.ui.designer.editing.AddTrigger;
import io.patchbay.ui.designer.editing.Additions;
import io.patchbay.ui.designer.editing.Boxes;
import io.patchbay.ui.designer.editing.ChangeStep;
import io.patchbay.ui.designer.editing.Cuttings;
import io.patchbay.ui.designer.editing.DeleteSteps;
import io.patchbay.ui.designer.editing.DragSteps;
import io.patchbay.ui.designer.editing.Drawing;
import io.patchbay.ui.designer.editing.InsertOnLink;
import io.patchbay.ui.designer.editing.Links;
import io.patchbay.ui.designer.editing.MoveSteps;
import io.patchbay.ui.designer.editing.NewIds;
import io.patchbay.ui.designer.editing.Paste;
import io.patchbay.ui.designer.editing.Rename;
import io.patchbay.ui.designer.editing.ResizeBox;
import io.patchbay.ui.designer.layout.LayoutService;
import io.patchbay.ui.designer.palette.NewSteps;
import io.patchbay.ui.designer.palette.PaletteItem;
import io.patchbay.ui.shell.Toasts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what the user does on the canvas into changes of the flow. */
final class CanvasEditing {

  private static final int DOUBLE_OFFSET = 40;
  private static final int NODE_WIDTH = 204;
  private static final int CUSTOMIZATION_WIDTH = 156;

  private final Drawing drawing;
  private final FlowCanvas canvas;
  private final NewSteps newSteps;
  private final LayoutService layout;

  CanvasEditing(Drawing drawing, FlowCanvas canvas, NewSteps newSteps, LayoutService layout) {
    this.drawing = drawing;
    this.canvas = canvas;
    this.newSteps = newSteps;
    this.layout = layout;
    canvas.addStepDroppedListener(this::dropped);
    canvas.addStepsMovedListener(this::moved);
    canvas.addBoxResizedListener(this::resized);
    canvas.addLinkDrawnListener(drawn -> {
      if (!drawing.apply(new AddLink(CanvasMapper.link(drawn)))) {
        refresh();
      }
    });
    canvas.addStepsDeletedListener(deleted -> delete(deleted.ids(), deleted.linkIds()));
    canvas.addSelectionChangedListener(change -> drawing.select(Set.copyOf(change.ids())));
    canvas.addStepOpenedListener(opened -> drawing.select(Set.of(opened.id())));
    canvas.addStepRenamedListener(
        renamed -> drawing.applyAndReload(new Rename(renamed.id(), renamed.name())));
    canvas.addNoteEditedListener(this::edited);
    canvas.addCopyRequestedListener(this::copied);
    canvas.addPastedListener(pasted -> paste(pasted.text(), at(pasted.x(), pasted.y())));
    canvas.addDuplicateRequestedListener(asked -> duplicate(asked.ids()));
    canvas.addNoteRequestedListener(asked -> addNote(at(asked.x(), asked.y())));
    canvas.addCommandListener(Command.UNDO, this::undo);
    canvas.addCommandListener(Command.REDO, this::redo);
    canvas.addCommandListener(Command.LAYOUT, this::arrange);
  }

  void undo() {
    drawing.undo().ifPresent(what -> Toasts.success("Undone: " + what, "Redo", this::redo));
  }

  void redo() {
    drawing.redo();
  }

  /** Adds what a row of the palette stands for, below what is selected. */
  void add(PaletteItem item) {
    Flow flow = drawing.flow();
    Optional<Trigger> trigger = newSteps.trigger(item, flow);
    if (trigger.isPresent()) {
      drawing.apply(new AddTrigger(trigger.get(), Additions.forTrigger(flow)));
      show(trigger.get().id());
      return;
    }
    newSteps
        .step(item, flow, drawing.lookup())
        .ifPresent(step -> {
          drawing.apply(Additions.after(flow, step, drawing.selected().orElse(null)));
          show(step.id());
        });
  }

  /** Adds what was chosen where a cable was dropped, or within a link. */
  void add(PaletteItem item, CanvasIntent.AddStepRequested where) {
    Flow flow = drawing.flow();
    Optional<Step> made = newSteps.step(item, flow, drawing.lookup());
    if (made.isEmpty()) {
      return;
    }
    Step step = made.get();
    Position at = at(where.x() - NODE_WIDTH / 2.0, where.y());
    Optional<Link> link = find(where.linkId());
    String from = where.from();
    if (from != null && Link.CUSTOMIZE.equals(where.fromPort())) {
      drawing.apply(
          step instanceof CustomizationStep
              ? new AddPatched(
                  step, at(where.x() - CUSTOMIZATION_WIDTH, where.y()), step.id(), from)
              : new AddPatched(step, at, from, step.id()));
    } else if (link.isPresent()) {
      drawing.apply(new InsertOnLink(step, at, link.get()));
    } else {
      drawing.apply(new AddStep(step, at, where.from(), where.fromPort()));
    }
    show(step.id());
  }

  private void dropped(CanvasIntent.StepDropped dropped) {
    Optional<PaletteItem> item = PaletteItem.read(dropped.payload());
    if (item.isEmpty()) {
      refresh();
      return;
    }
    Flow flow = drawing.flow();
    Position at = at(dropped.x(), dropped.y());
    Optional<Trigger> trigger = newSteps.trigger(item.get(), flow);
    if (trigger.isPresent()) {
      drawing.apply(new AddTrigger(trigger.get(), at));
      show(trigger.get().id());
      return;
    }
    Optional<Step> step = newSteps.step(item.get(), flow, drawing.lookup());
    Optional<Link> link = find(dropped.linkId());
    String call = dropped.stepId();
    step.ifPresent(made -> {
      drawing.apply(
          call != null && made instanceof CustomizationStep
              ? Additions.patched(flow, made, call)
              : link.isPresent() && !link.get().isCable()
                  ? new InsertOnLink(made, at, link.get())
                  : AddStep.free(made, at));
      show(made.id());
    });
  }

  private void moved(CanvasIntent.StepsMoved moved) {
    Map<String, Position> places =
        moved.moves().stream()
            .collect(Collectors.toMap(CanvasIntent.Move::id, m -> at(m.x(), m.y()), (a, b) -> b));
    int before = drawing.flow().links().size();
    if (!drawing.apply(new DragSteps(places))) {
      return;
    }
    int cut = before - drawing.flow().links().size();
    if (cut > 0) {
      Toasts.undo(
          "%s removed: no link crosses the border of a container"
              .formatted(cut == 1 ? "A link was" : cut + " links were"),
          this::undo);
    }
  }

  private void resized(CanvasIntent.BoxResized resized) {
    drawing.apply(
        new ResizeBox(
            resized.id(),
            new Position(
                (int) Math.round(resized.x()),
                (int) Math.round(resized.y()),
                (int) Math.round(resized.width()),
                (int) Math.round(resized.height()))));
  }

  private void delete(Collection<String> ids, Collection<String> linkIds) {
    Set<Link> links =
        linkIds.stream()
            .map(id -> Links.find(drawing.flow(), id))
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    var command = new DeleteSteps(Set.copyOf(ids), links);
    String what = command.label(drawing.flow()).replaceFirst("^delete ", "");
    if (drawing.applyAndReload(command)) {
      Toasts.undo(
          Character.toUpperCase(what.charAt(0)) + what.substring(1) + " deleted", drawing::undo);
    } else {
      refresh();
    }
  }

  private void edited(CanvasIntent.NoteEdited edited) {
    drawing
        .flow()
        .step(edited.id())
        .filter(NoteStep.class::isInstance)
        .map(NoteStep.class::cast)
        .ifPresent(note ->
            drawing.applyAndReload(
                new ChangeStep(new NoteStep(note.id(), note.name(), edited.text()), "text")));
  }

  private void copied(CanvasIntent.CopyRequested asked) {
    Cuttings cuttings = Cuttings.of(drawing.flow(), asked.ids());
    if (cuttings.steps().isEmpty()) {
      return;
    }
    canvas.copyText(cuttings.text());
    if (asked.cut()) {
      delete(asked.ids(), List.of());
    }
  }

  private void duplicate(List<String> ids) {
    Cuttings cuttings = Cuttings.of(drawing.flow(), ids);
    int left = cuttings.layout().values().stream().mapToInt(Position::x).min().orElse(0);
    int top = cuttings.layout().values().stream().mapToInt(Position::y).min().orElse(0);
    // A container is doubled beside itself: over it, the copy would look as if it were inside.
    int aside =
        ids.stream()
            .filter(id -> drawing.flow().step(id).orElse(null) instanceof ContainerStep)
            .mapToInt(id -> Boxes.of(drawing.flow(), id).width())
            .max()
            .orElse(0);
    paste(
        new Paste(
            cuttings,
            Position.at(left + DOUBLE_OFFSET + aside, top + (aside > 0 ? 0 : DOUBLE_OFFSET)),
            ids.getFirst()));
  }

  private void paste(String text, Position at) {
    Optional<Cuttings> cuttings = Cuttings.read(text);
    if (cuttings.isEmpty()) {
      Toasts.error("There are no steps in what was copied", "Copy steps of a flow with Ctrl C.");
      return;
    }
    paste(cuttings.get(), at);
  }

  private void paste(Cuttings cuttings, Position at) {
    paste(new Paste(cuttings, at));
  }

  private void paste(Paste paste) {
    if (paste.cuttings().steps().isEmpty()) {
      return;
    }
    Collection<String> ids = paste.newIds(drawing.flow()).values();
    if (drawing.apply(paste)) {
      canvas.select(List.copyOf(ids));
      drawing.select(Set.copyOf(ids));
    }
  }

  private void addNote(Position at) {
    var note = new NoteStep(NewIds.after("note", drawing.flow()), null, "");
    drawing.apply(AddStep.free(note, at));
    show(note.id());
  }

  void arrange() {
    Map<String, Position> places = new LinkedHashMap<>(layout.arrange(drawing.flow()));
    if (drawing.applyAndReload(new MoveSteps("arrange", places))) {
      canvas.reveal(drawing.flow().ids());
    }
  }

  private void show(String id) {
    canvas.select(List.of(id));
    drawing.select(Set.of(id));
  }

  /** Shows the canvas what the flow is, where a drawn change was not taken. */
  private void refresh() {
    drawing.replace(drawing.editing());
  }

  private Optional<Link> find(@Nullable String linkId) {
    return linkId == null ? Optional.empty() : Links.find(drawing.flow(), linkId);
  }

  private static Position at(double x, double y) {
    return Position.at((int) Math.round(x), (int) Math.round(y));
  }
}
