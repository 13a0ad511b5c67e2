package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.Component;
import io.patchbay.api.Customization;
import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.FlowProblem;
import io.patchbay.flow.Step;
import io.patchbay.ui.customizing.CustomizationNames;
import io.patchbay.ui.customizing.Edited;
import io.patchbay.ui.customizing.FieldContext;
import io.patchbay.ui.designer.editing.ChangeStep;
import io.patchbay.ui.designer.editing.CustomizationSteps;
import io.patchbay.ui.designer.editing.Drawing;
import io.patchbay.ui.designer.preview.PreviewScope;
import io.patchbay.ui.shell.CodeEditor.Completion;
import io.patchbay.ui.shell.Completions;
import io.patchbay.ui.shell.Fx;
import io.patchbay.ui.shell.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a form needs of the step that it edits: its present state, previews and problems. */
public final class StepEditor<S extends Step> implements FieldContext {

  private final Visit visit;
  private final Drawing drawing;
  private final Class<S> type;
  private final List<Runnable> refreshers = new ArrayList<>();
  private S known;
  private @Nullable PreviewScope preview;
  private @Nullable List<Completion> completions;

  StepEditor(Visit visit, Drawing drawing, S step, Class<S> type) {
    this.visit = visit;
    this.drawing = drawing;
    this.known = step;
    this.type = type;
  }

  /** The step as it is now. */
  public S step() {
    known = drawing.flow().step(known.id()).filter(type::isInstance).map(type::cast).orElse(known);
    return known;
  }

  /** Who edits, and where. */
  Visit visit() {
    return visit;
  }

  public Drawing drawing() {
    return drawing;
  }

  @Override
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

  /** The customization that the step is, for the form of its kind. */
  <C extends CustomizationStep> Edited<Customization> customization(Class<C> kind) {
    return new Edited<>(
        visit,
        this,
        () -> PatchedParameters.names(drawing, known.id()),
        () -> kind.cast(step()).customization(),
        (field, changed) ->
            drawing.apply(new ChangeStep(CustomizationSteps.of(known.id(), changed), field)));
  }

  /** What may be written in its expressions. */
  @Override
  public List<Completion> completions() {
    if (completions == null) {
      completions =
          Completions.of(names()).stream()
              .map(p -> new Completion(p.label(), p.detail(), p.function() ? "function" : null))
              .toList();
    }
    return completions;
  }

  private Map<String, @Nullable Object> names() {
    if (!CustomizationStep.class.isAssignableFrom(type)) {
      return preview().scope();
    }
    Map<String, @Nullable Object> names = new LinkedHashMap<>(CustomizationNames.names());
    names.putAll(preview().scope());
    return names;
  }

  /** What is wrong with this field, or with what is within it. */
  public List<FlowProblem> problems(String field) {
    return problems(name -> isWithin(name, field));
  }

  /** What is wrong with just this field. */
  List<FlowProblem> problemsAt(String field) {
    return problems(field::equals);
  }

  private List<FlowProblem> problems(Predicate<String> wanted) {
    return drawing.problems(known.id()).stream()
        .filter(problem -> problem.field() != null && wanted.test(problem.field()))
        .toList();
  }

  @Override
  public Component line(Predicate<String> field, Supplier<@Nullable JsonNode> value) {
    var line = new PreviewLine();
    Runnable refresh =
        () -> {
          JsonNode now = value.get();
          boolean evaluated = now != null && now.isString() && Fx.anyIn(now.stringValue());
          line.show(
              evaluated && now != null && preview().knows(now) ? preview().preview(now) : null,
              null,
              problems(field));
        };
    onRefresh(refresh);
    refresh.run();
    return line;
  }

  @Override
  public Component result(String field, Supplier<@Nullable JsonNode> value) {
    return new ResultLine(this, field, value);
  }

  /** Calls this whenever previews and problems may have changed. */
  @Override
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
