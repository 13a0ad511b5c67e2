package io.patchbay.ui.apis;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.patchbay.api.Environment;
import io.patchbay.common.Access.Role;
import io.patchbay.common.InvalidException;
import io.patchbay.http.DiagnoseService;
import io.patchbay.http.Diagnosis;
import io.patchbay.http.Diagnosis.Finding;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.UiErrorHandler;
import io.patchbay.ui.shell.Work;

/** Looks at the way to the API and lists what it finds. */
final class DiagnosePanel extends Div {

  private final transient ApiDraft draft;
  private final transient DiagnoseService diagnoses;
  private final transient Work work = new Work();
  private final Select<String> environment = new Select<>();
  private final Div found = Look.testId("diagnosis", Look.div("pb-findings"));
  private final Button start;

  DiagnosePanel(ApiDraft draft, EditorParts parts, DiagnoseService diagnoses) {
    this.draft = draft;
    this.diagnoses = diagnoses;
    start = Buttons.neutral("Diagnose", Icons.STETHOSCOPE, this::look);
    draft.visit().needs(Role.OPERATOR, start);
    var names =
        parts.environments().list(draft.visit().access()).stream().map(Environment::name).toList();
    environment.setAriaLabel("Environment");
    environment.setItems(names);
    environment.setEmptySelectionAllowed(true);
    environment.setEmptySelectionCaption("Without environment");
    environment.setVisible(!names.isEmpty());
    found.getElement().setAttribute("aria-live", "polite");
    add(
        Look.section("Diagnose", environment, Look.testId("diagnose", start)),
        Look.div(
            "pb-hint",
            Look.span(
                "",
                "Goes the way of a call step by step and says where it ends. Sends no credential; shows the client certificate if the server asks for one.")),
        found);
  }

  private void look() {
    UI ui = getUI().orElseThrow();
    var access = draft.visit().access();
    var where = environment.getValue();
    start.setEnabled(false);
    found.removeAll();
    found.add(Look.div("pb-hint", Look.span("", "Looking …")));
    work.start(
        ui,
        () -> diagnoses.diagnose(access, draft.ref(), where),
        this::show,
        failure ->
            end(
                failure instanceof InvalidException invalid
                    ? UiErrorHandler.sentences(invalid)
                    : Work.sentence(failure)));
  }

  private void end(String text) {
    start.setEnabled(true);
    found.removeAll();
    if (!text.isEmpty()) {
      found.add(Look.div("pb-band error", Look.span("", text)));
    }
  }

  private void show(Diagnosis diagnosis) {
    end("");
    diagnosis.findings().forEach(finding -> found.add(line(finding)));
  }

  private static Div line(Finding finding) {
    var icon =
        switch (finding.state()) {
          case OK -> Icons.CIRCLE_CHECK;
          case WARNING -> Icons.TRIANGLE_ALERT;
          case FAILED -> Icons.CIRCLE_X;
        };
    var text = Look.div("pb-finding-text", Look.span("", finding.text()));
    finding
        .details()
        .forEach(detail -> text.add(Look.div("pb-finding-detail", Look.span("", detail))));
    var sign = icon.create("pb-i14");
    sign.getElement().setAttribute("aria-label", finding.state().word());
    return Look.div(
        "pb-finding " + finding.state().word(),
        sign,
        Look.span("pb-finding-step", finding.step()),
        text,
        Look.span("pb-finding-time", finding.durationMs() + " ms"));
  }
}
