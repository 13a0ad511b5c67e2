package io.patchbay.ui.customizing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.common.InvalidException.Problem;
import io.patchbay.ui.shell.CodeEditor.Completion;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where the fields of a card stand that is no step: there is no data to try expressions with. */
final class PlainContext implements FieldContext {

  private final boolean readOnly;
  private final List<Completion> completions;
  private final Supplier<List<Problem>> problems;
  private final List<Runnable> refreshers = new ArrayList<>();

  /**
   * A place.
   *
   * @param problems of the card, with the names of its fields
   */
  PlainContext(boolean readOnly, List<Completion> completions, Supplier<List<Problem>> problems) {
    this.readOnly = readOnly;
    this.completions = List.copyOf(completions);
    this.problems = problems;
  }

  @Override
  public boolean readOnly() {
    return readOnly;
  }

  @Override
  public List<Completion> completions() {
    return completions;
  }

  @Override
  public Component line(Predicate<String> field, Supplier<@Nullable JsonNode> value) {
    var line = Look.div("pb-dz-line");
    line.getElement().setAttribute("aria-live", "polite");
    Runnable refresh =
        () -> {
          line.removeAll();
          problems.get().stream()
              .filter(problem -> field.test(problem.where()))
              .forEach(problem -> line.add(error(problem.message())));
        };
    onRefresh(refresh);
    refresh.run();
    return line;
  }

  @Override
  public Component result(String field, Supplier<@Nullable JsonNode> value) {
    return line(field, value);
  }

  @Override
  public void onRefresh(Runnable refresher) {
    refreshers.add(refresher);
  }

  /** Shows problems anew. */
  void refresh() {
    List.copyOf(refreshers).forEach(Runnable::run);
  }

  private static Div error(String message) {
    return Look.div("pb-error-text", new Span(message));
  }
}
