package io.patchbay.ui.designer.bar;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.patchbay.flow.FlowProblem;
import io.patchbay.flow.FlowProblem.Severity;
import io.patchbay.ui.designer.editing.Drawing;
import io.patchbay.ui.designer.editing.FlowDiff;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What would go live: the differences step by step, what is wrong, and a note. */
public final class PublishDialog extends Dialog {

  private final Drawing drawing;
  private final Consumer<FlowProblem> onProblem;

  /**
   * The dialog.
   *
   * @param next the number that the version gets
   * @param onPublish gets the note; null when there is none
   * @param onProblem shows where a problem is
   */
  public PublishDialog(
      Drawing drawing,
      int next,
      List<FlowDiff.Difference> differences,
      Consumer<@Nullable String> onPublish,
      Consumer<FlowProblem> onProblem) {
    this.drawing = drawing;
    this.onProblem = onProblem;
    addClassName("pb-dialog");
    setHeaderTitle("Publish v%d".formatted(next));
    setWidth("560px");
    List<FlowProblem> errors =
        drawing.problems().stream().filter(p -> p.severity() == Severity.ERROR).toList();
    List<FlowProblem> warnings =
        drawing.problems().stream().filter(p -> p.severity() == Severity.WARNING).toList();
    Div body = Look.div("pb-dz-publish");
    if (!errors.isEmpty()) {
      body.add(
          group(
              errors.size() == 1
                  ? "1 error keeps it from being published"
                  : "%d errors keep it from being published".formatted(errors.size())));
      errors.forEach(problem -> body.add(problem(problem)));
    }
    if (!warnings.isEmpty()) {
      body.add(group(warnings.size() == 1 ? "1 warning" : warnings.size() + " warnings"));
      warnings.forEach(problem -> body.add(problem(problem)));
    }
    body.add(group(next == 1 ? "What goes live" : "Differences to v%d".formatted(next - 1)));
    differences.forEach(difference -> body.add(difference(difference)));
    if (differences.isEmpty()) {
      body.add(Look.div("pb-dz-hint", new Span("Nothing differs from the live version.")));
    }
    var note = new TextArea("Note");
    note.setPlaceholder("What changes for others (optional)");
    note.setWidthFull();
    note.setMaxLength(1_000);
    Look.testId("publish-note", note);
    add(body, note);
    Button confirm =
        Buttons.primary(
            "Publish v%d".formatted(next),
            null,
            () -> {
              close();
              String text = note.getValue().strip();
              onPublish.accept(text.isEmpty() ? null : text);
            });
    Buttons.key(confirm, "Ctrl+Enter", "");
    confirm.setEnabled(errors.isEmpty());
    Look.testId("publish-confirm", confirm);
    getFooter().add(Buttons.neutral("Keep editing", null, this::close), confirm);
  }

  private static Div group(String title) {
    return Look.div("pb-dz-publish-group", Look.span("pb-strong", title));
  }

  private NativeButton problem(FlowProblem problem) {
    boolean error = problem.severity() == Severity.ERROR;
    var row = new NativeButton();
    row.addClassName("pb-dz-row");
    String step = problem.step();
    String label = step == null ? drawing.flow().name() : ProblemWords.label(drawing.flow(), step);
    row.add(
        Look.line(
            error ? "pb-error-text" : "pb-warning-text",
            (error ? Icons.CIRCLE_X : Icons.TRIANGLE_ALERT).create("pb-i14")),
        Look.two(new Span(problem.message()), new Span(label)));
    row.addClickListener(event -> {
      close();
      onProblem.accept(problem);
    });
    return row;
  }

  private static Div difference(FlowDiff.Difference difference) {
    String sign =
        switch (difference.kind()) {
          case ADDED -> "+";
          case CHANGED -> "~";
          case REMOVED -> "−";
        };
    Div lines = Look.div("pb-grow", Look.span("pb-strong", difference.what()));
    for (String detail : difference.details()) {
      lines.add(Look.title(detail, Look.div("pb-mono-s pb-text-2 pb-ellipsis", new Span(detail))));
    }
    return Look.div(
        "pb-dz-difference " + difference.kind().name().toLowerCase(java.util.Locale.ROOT),
        Look.span("pb-dz-sign", sign),
        lines);
  }
}
