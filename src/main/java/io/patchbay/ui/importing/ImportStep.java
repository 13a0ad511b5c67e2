package io.patchbay.ui.importing;

import com.vaadin.flow.component.html.Span;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;

/** The steps of an import, in their order. */
enum ImportStep {
  SOURCE(1, "Source"),
  REVIEW(2, "Review"),
  DONE(3, "Done");

  private final int number;
  private final String title;

  ImportStep(int number, String title) {
    this.number = number;
    this.title = title;
  }

  /** All steps, with this one as the current one. */
  Span line() {
    var line = Look.line("pb-steps");
    line.getElement().setAttribute("aria-label", "Steps");
    for (ImportStep step : values()) {
      boolean done = step.number < number || this == DONE;
      var number = Look.span("pb-steps-number", done ? "" : String.valueOf(step.number));
      if (done) {
        number.add(Icons.CHECK.create("pb-i12"));
      }
      var part = Look.line(done ? "done" : step == this ? "on" : "", number, new Span(step.title));
      if (step == this) {
        part.getElement().setAttribute("aria-current", "step");
      }
      line.add(part);
    }
    return line;
  }
}
