package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.flow.FlowProblem;
import io.patchbay.flow.FlowProblem.Severity;
import io.patchbay.ui.designer.preview.Preview;
import io.patchbay.ui.shell.Look;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The line under a field: what its expression comes to, or what is wrong with it. */
final class PreviewLine extends Div {

  PreviewLine() {
    addClassName("pb-dz-line");
    getElement().setAttribute("aria-live", "polite");
  }

  /**
   * Shows the value, in its place what is wrong.
   *
   * @param preview null where there is nothing to evaluate
   * @param schema of the value, to tell whether it fits; null where any does
   */
  void show(@Nullable Preview preview, @Nullable JsonNode schema, List<FlowProblem> problems) {
    removeAll();
    boolean told = false;
    for (FlowProblem problem : problems) {
      boolean error = problem.severity() == Severity.ERROR;
      add(Look.div(error ? "pb-error-text" : "pb-warning-text", new Span(problem.message())));
      told |= error;
    }
    if (preview == null || told) {
      return;
    }
    String error = preview.error();
    Optional<String> misfit = preview.misfit(schema);
    if (error != null) {
      add(Look.div("pb-error-text", new Span(error)));
    } else if (misfit.isPresent()) {
      add(Look.div("pb-error-text", new Span(misfit.get())));
    } else {
      add(value(preview));
    }
  }

  private static Div value(Preview preview) {
    String text = preview.text();
    Span shown = Look.span("pb-ellipsis " + colour(preview), text);
    Look.title(text, shown);
    return Look.div(
        "pb-preview", Look.span("pb-pn", "="), shown, Look.span("pb-end", preview.origin()));
  }

  private static String colour(Preview preview) {
    Object value = preview.value();
    if (preview.isAbsent() || value == null) {
      return "pb-text-3";
    }
    return switch (value) {
      case String _ -> "pb-str";
      case Number _ -> "pb-numv";
      case Boolean _ -> "pb-kw";
      case Map<?, ?> _ -> "pb-k";
      case Collection<?> _ -> "pb-k";
      default -> "";
    };
  }
}
