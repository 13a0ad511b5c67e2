package io.patchbay.ui.designer.inspector;

import io.patchbay.flow.FlowProblem;
import io.patchbay.flow.Step;
import io.patchbay.ui.designer.editing.ChangeStep;
import io.patchbay.ui.designer.editing.Drawing;
import io.patchbay.ui.designer.preview.Completions;
import io.patchbay.ui.designer.preview.PreviewScope;
import io.patchbay.ui.shell.CodeEditor.Completion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a form needs of the step that it edits: its present state, previews and problems. */
public final class StepEditor<S extends Step> {

  private final Drawing drawing;
  private final Class<S> type;
  private final List<Runnable> refreshers = new ArrayList<>();
  private S known;
  private @Nullable PreviewScope preview;
  private @Nullable List<Completion> completions;

  StepEditor(Drawing drawing, S step, Class<S> type) {
    this.drawing = drawing;
    this.known = step;
    this.type = type;
  }

  /** The step as it is now. */
  public S step() {
    known = drawing.flow().step(known.id()).filter(type::isInstance).map(type::cast).orElse(known);
    return known;
  }

  public Drawing drawing() {
    return drawing;
  }

  public boolean readOnly() {
    return drawing.readOnly();
  }

  /** Changes the step; {@code field} says what of it, as problems name it. */
  public void change(String field, UnaryOperator<S> change) {
    drawing.apply(new ChangeStep(change.apply(step()), field));
  }

  /** The data that its expressions see. */
  public PreviewScope preview() {
    if (preview == null) {
      preview = PreviewScope.of(drawing, known.id());
    }
    return preview;
  }

  /** What may be written in its expressions. */
  public List<Completion> completions() {
    if (completions == null) {
      completions =
          Completions.of(preview().scope()).stream()
              .map(p -> new Completion(p.label(), p.detail(), p.function() ? "function" : null))
              .toList();
    }
    return completions;
  }

  /** What is wrong with this field, or with what is within it. */
  public List<FlowProblem> problems(String field) {
    return drawing.problems(known.id()).stream()
        .filter(problem -> problem.field() != null && isWithin(problem.field(), field))
        .toList();
  }

  /** Calls this whenever previews and problems may have changed. */
  public void onRefresh(Runnable refresher) {
    refreshers.add(refresher);
  }

  /** Shows previews and problems anew. */
  void refresh() {
    preview = null;
    completions = null;
    List.copyOf(refreshers).forEach(Runnable::run);
  }

  private static boolean isWithin(@Nullable String inner, String outer) {
    return inner != null && (inner.equals(outer) || inner.startsWith(outer + "."));
  }
}
