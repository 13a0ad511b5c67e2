package io.patchbay.ui.designer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the user asks of the flow by the canvas; mirror of frontend/flow-canvas/intents.ts. */
public sealed interface CanvasIntent {

  /**
   * A palette row was dropped; {@code linkId} when on a link, {@code stepId} when a customization
   * was dropped on a call.
   *
   * @param payload as given to {@link PaletteDrag#enable}
   */
  record StepDropped(
      String payload, double x, double y, @Nullable String linkId, @Nullable String stepId)
      implements CanvasIntent {}

  /** Steps were moved; what is inside of a container moves along and is not named. */
  record StepsMoved(List<Move> moves) implements CanvasIntent {}

  /** A note or container got another size; the place is its own, all in canvas units. */
  record BoxResized(String id, double x, double y, double width, double height)
      implements CanvasIntent {}

  /** Where one step was moved to. */
  record Move(String id, double x, double y) {}

  /** A link or cable was drawn; the canvas offers only ends that fit and keep the flow acyclic. */
  record LinkDrawn(String from, String fromPort, String to, String toPort)
      implements CanvasIntent {}

  /** Steps and links are to be deleted. */
  record StepsDeleted(List<String> ids, List<String> linkIds) implements CanvasIntent {}

  /** Other steps or links are selected now. */
  record SelectionChanged(List<String> ids, List<String> linkIds) implements CanvasIntent {}

  /** A step was opened by Enter or a double click. */
  record StepOpened(String id) implements CanvasIntent {}

  /** A step got another name in place. */
  record StepRenamed(String id, String name) implements CanvasIntent {}

  /** A note was written. */
  record NoteEdited(String id, String text) implements CanvasIntent {}

  /** Steps are to be copied: answer with {@link FlowCanvas#copyText}, and delete them when cut. */
  record CopyRequested(List<String> ids, boolean cut) implements CanvasIntent {}

  /** Text was pasted here; it may be anything. */
  record Pasted(String text, double x, double y) implements CanvasIntent {}

  /** Steps are to be doubled. */
  record DuplicateRequested(List<String> ids) implements CanvasIntent {}

  /**
   * A step is wanted here: within a link, after a port (its cable was dropped on empty canvas), or
   * free; with port {@code customize}, what is to be patched to a call or from a customization.
   * {@code clientX} and {@code clientY} say where on the page a menu would open.
   */
  record AddStepRequested(
      double x,
      double y,
      double clientX,
      double clientY,
      @Nullable String from,
      @Nullable String fromPort,
      @Nullable String linkId)
      implements CanvasIntent {}

  /** A note is wanted here. */
  record NoteRequested(double x, double y) implements CanvasIntent {}

  /** A command that needs no more words. */
  enum Command implements CanvasIntent {
    UNDO,
    REDO,
    LAYOUT,
    RUN,
    SAVE,
    KEYS
  }
}
