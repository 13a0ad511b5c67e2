package io.patchbay.ui.designer.editing;

import io.patchbay.flow.Flow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A flow with its past and its undone future. */
public final class FlowEditing {

  /** Most changes that can be undone. */
  static final int MOST = 200;

  private Flow flow;
  private final Deque<Change> past = new ArrayDeque<>();
  private final Deque<Change> future = new ArrayDeque<>();
  private @Nullable String together;

  public FlowEditing(Flow flow) {
    this.flow = flow;
  }

  /** The same flow with the same past, to go on with by itself. */
  public FlowEditing copy() {
    var copy = new FlowEditing(flow);
    copy.past.addAll(past);
    copy.future.addAll(future);
    return copy;
  }

  /** The flow as it is now. */
  public Flow flow() {
    return flow;
  }

  /**
   * Changes the flow.
   *
   * @return whether that made a difference
   */
  public boolean apply(FlowCommand command) {
    Flow next = command.apply(flow);
    if (next.equals(flow)) {
      return false;
    }
    String key = command.together();
    if (key == null || !key.equals(together) || past.isEmpty()) {
      past.push(new Change(command.label(flow), flow));
      if (past.size() > MOST) {
        past.removeLast();
      }
    }
    together = key;
    future.clear();
    flow = next;
    return true;
  }

  /** Lets the next command be undone by itself, whatever its key. */
  public void pause() {
    together = null;
  }

  /** Takes the last change back and says what it was. */
  public Optional<String> undo() {
    return step(past, future);
  }

  /** Makes the last undone change again and says what it was. */
  public Optional<String> redo() {
    return step(future, past);
  }

  /** What {@link #undo} would take back. */
  public Optional<String> undoLabel() {
    return Optional.ofNullable(past.peek()).map(Change::label);
  }

  /** What {@link #redo} would make again. */
  public Optional<String> redoLabel() {
    return Optional.ofNullable(future.peek()).map(Change::label);
  }

  private Optional<String> step(Deque<Change> from, Deque<Change> to) {
    Change change = from.poll();
    if (change == null) {
      return Optional.empty();
    }
    to.push(new Change(change.label(), flow));
    flow = Objects.requireNonNull(change.other());
    together = null;
    return Optional.of(change.label());
  }

  /** The flow on the other side of a change. */
  private record Change(String label, Flow other) {}
}
