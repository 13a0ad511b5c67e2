package io.patchbay.ui.designer.editing;

import io.patchbay.flow.Flow;
import io.patchbay.flow.FlowProblem;
import io.patchbay.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one window of the designer shows: the flow being drawn, what is selected, what is wrong with
 * it and its latest run. Panels change it and listen to it; none knows another.
 */
public final class Drawing {

  /** What changed. */
  public enum Change {
    /** The flow, by one of the panels. */
    FLOW,
    /** The flow as a whole, by undo, redo or reloading: fields show old values. */
    RELOADED,
    SELECTION,
    PROBLEMS,
    RUN
  }

  /** Hears of changes. */
  @FunctionalInterface
  public interface Listener {
    void changed(Change change);
  }

  private final MethodLookup lookup;
  private final boolean readOnly;
  private final List<Listener> listeners = new ArrayList<>();
  private FlowEditing editing;
  private Set<String> selection = Set.of();
  private List<FlowProblem> problems = List.of();
  private @Nullable Run run;
  private @Nullable String environment;

  public Drawing(FlowEditing editing, MethodLookup lookup, boolean readOnly) {
    this.editing = editing;
    this.lookup = lookup;
    this.readOnly = readOnly;
  }

  public void listen(Listener listener) {
    listeners.add(listener);
  }

  public Flow flow() {
    return editing.flow();
  }

  public FlowEditing editing() {
    return editing;
  }

  public MethodLookup lookup() {
    return lookup;
  }

  /** Whether the flow is only looked at. */
  public boolean readOnly() {
    return readOnly;
  }

  /**
   * Changes the flow.
   *
   * @return whether that made a difference
   */
  public boolean apply(FlowCommand command) {
    if (readOnly || !editing.apply(command)) {
      return false;
    }
    tell(Change.FLOW);
    return true;
  }

  /** As {@link #apply}, where the fields that are open show something else now. */
  public boolean applyAndReload(FlowCommand command) {
    if (readOnly || !editing.apply(command)) {
      return false;
    }
    keepSelectionReal();
    tell(Change.RELOADED);
    return true;
  }

  /** Takes the last change back. */
  public Optional<String> undo() {
    return reload(editing.undo());
  }

  /** Makes the last undone change again. */
  public Optional<String> redo() {
    return reload(editing.redo());
  }

  /** Goes on with another flow and another past. */
  public void replace(FlowEditing other) {
    editing = other;
    keepSelectionReal();
    tell(Change.RELOADED);
  }

  /** The environment that runs are started in from here; absent for the trigger's own. */
  public @Nullable String environment() {
    return environment;
  }

  public void setEnvironment(@Nullable String newEnvironment) {
    environment = newEnvironment;
    tell(Change.RUN);
  }

  public Set<String> selection() {
    return selection;
  }

  /** The one trigger or step that is selected; empty for none or several. */
  public Optional<String> selected() {
    return selection.size() == 1 ? Optional.of(selection.iterator().next()) : Optional.empty();
  }

  public void select(Set<String> ids) {
    if (!selection.equals(ids)) {
      selection = Set.copyOf(ids);
      editing.pause();
      tell(Change.SELECTION);
    }
  }

  public List<FlowProblem> problems() {
    return problems;
  }

  /** The problems of a trigger or step. */
  public List<FlowProblem> problems(String id) {
    return problems.stream().filter(problem -> id.equals(problem.step())).toList();
  }

  public void setProblems(List<FlowProblem> newProblems) {
    if (!problems.equals(newProblems)) {
      problems = List.copyOf(newProblems);
      tell(Change.PROBLEMS);
    }
  }

  /** The run whose data is shown; absent when the flow never ran. */
  public Optional<Run> run() {
    return Optional.ofNullable(run);
  }

  public void setRun(@Nullable Run newRun) {
    run = newRun;
    tell(Change.RUN);
  }

  private Optional<String> reload(Optional<String> what) {
    if (what.isPresent()) {
      keepSelectionReal();
      tell(Change.RELOADED);
    }
    return what;
  }

  private void keepSelectionReal() {
    List<String> ids = editing.flow().ids();
    if (!ids.containsAll(selection)) {
      selection = Set.copyOf(selection.stream().filter(ids::contains).toList());
    }
  }

  private void tell(Change change) {
    List.copyOf(listeners).forEach(listener -> listener.changed(change));
  }
}
