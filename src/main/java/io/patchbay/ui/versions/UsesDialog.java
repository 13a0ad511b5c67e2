package io.patchbay.ui.versions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.patchbay.api.ApiUse;
import io.patchbay.change.Moved;
import io.patchbay.common.Access.Role;
import io.patchbay.flow.FlowProblem;
import io.patchbay.flow.FlowProblem.Severity;
import io.patchbay.ui.apis.ApiDraft;
import io.patchbay.ui.designer.editing.VersionOption;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The flows that call a version; each can be moved to another one. */
final class UsesDialog extends Dialog {

  private static final int MOST_PROBLEMS = 5;

  private final transient ApiDraft draft;
  private final transient VersionParts parts;
  private final Select<VersionOption> target = new Select<>();
  private final List<Button> buttons = new ArrayList<>();
  private boolean moved;

  UsesDialog(ApiDraft draft, VersionParts parts, String version, List<ApiUse> uses) {
    this.draft = draft;
    this.parts = parts;
    addClassName("pb-dialog");
    setWidth("640px");
    setHeaderTitle(
        version.equals("draft") ? "Flows that call the draft" : "Flows that call " + version);
    Look.testId("version-uses", this);
    targets();
    add(
        new Paragraph(
            "Moving changes the draft of a flow; what runs changes when the flow is published."),
        Look.div("pb-row", Look.span("pb-text-2", "Move to"), target));
    Map<String, List<ApiUse>> byFlow =
        uses.stream()
            .collect(
                Collectors.groupingBy(
                    use -> use.workspace() + "/" + use.flow(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byFlow.values().forEach(steps -> add(flow(steps)));
    getFooter().add(Buttons.neutral("Close", null, this::close));
    addOpenedChangeListener(event -> {
      if (!event.isOpened() && moved) {
        draft.reload();
      }
    });
    label();
  }

  private void targets() {
    var published = parts.kept().list(draft.visit().access(), draft.ref());
    List<VersionOption> options = VersionOption.of(published, draft.stored().mayBeEdited(), null);
    target.setAriaLabel("Version to move to");
    target.setItems(options);
    target.setItemLabelGenerator(VersionOption::label);
    target.setValue(options.size() > 1 ? options.get(1) : options.getFirst());
    target.setWidth("280px");
    target.addValueChangeListener(event -> label());
    Look.testId("move-target", target);
  }

  private Component flow(List<ApiUse> steps) {
    ApiUse first = steps.getFirst();
    boolean own = first.workspace().equals(draft.visit().workspace());
    var head = Look.div("pb-block-head");
    var outcome = Look.div("");
    outcome.getElement().setAttribute("role", "status");
    if (own) {
      var link =
          Look.link(
              draft.visit().path("flows", first.flow()),
              Icons.WORKFLOW.create("pb-i14"),
              Look.span("pb-strong", first.flowName()));
      link.addClassName("pb-row");
      var move = Buttons.neutral("", null, () -> move(first.flow(), outcome));
      buttons.add(move);
      head.add(
          link,
          Look.line(
              "pb-end",
              draft.visit().needs(Role.EDITOR, Look.testId("move-" + first.flow(), move))));
    } else {
      head.add(
          Icons.WORKFLOW.create("pb-i14"),
          new Span("%s in %s".formatted(first.flowName(), first.workspace())));
    }
    var block = Look.div("pb-block pb-version-use", head);
    steps.forEach(use -> block.add(step(use)));
    block.add(outcome);
    return block;
  }

  private static Component step(ApiUse use) {
    String wish = use.version();
    return Look.div(
        "pb-list-row",
        Look.mono(use.step()),
        Look.span("pb-mono-s pb-text-2 pb-ellipsis", use.method()),
        Look.span("pb-text-3", wish == null ? "asks for the newest" : "asks for " + wish),
        Look.line("pb-end", use.live() ? Badges.tag("success", "live") : Badges.tag("", "draft")));
  }

  private void label() {
    String wish = target.getValue().wish();
    buttons.forEach(button -> button.setText(wish == null ? "Move to newest" : "Move to " + wish));
  }

  private void move(String flow, Div outcome) {
    Moved result =
        parts
            .moves()
            .move(draft.visit().access(), draft.ref(), flow, null, target.getValue().wish());
    moved = true;
    outcome.removeAll();
    int many = result.steps().size();
    boolean errors =
        result.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    outcome.add(
        Look.div(
            "pb-list-row",
            (errors ? Icons.TRIANGLE_ALERT : Icons.CIRCLE_CHECK).create("pb-i14"),
            new Span(
                many == 0
                    ? "Its draft asks for that already."
                    : (many == 1
                            ? "1 step of its draft was moved."
                            : many + " steps of its draft were moved.")
                        + (errors ? " This has to be mended:" : " Publish the flow to use it.")),
            Look.line("pb-end", Look.link(draft.visit().path("flows", flow), "Open flow"))));
    result.problems().stream().limit(MOST_PROBLEMS).map(UsesDialog::problem).forEach(outcome::add);
    if (result.problems().size() > MOST_PROBLEMS) {
      outcome.add(
          Look.div(
              "pb-list-row",
              Look.span(
                  "pb-text-3", "and %d more".formatted(result.problems().size() - MOST_PROBLEMS))));
    }
  }

  private static Component problem(FlowProblem problem) {
    boolean error = problem.severity() == Severity.ERROR;
    String step = problem.step();
    return Look.div(
        "pb-list-row pb-wrap",
        Look.line(
            error ? "pb-error-text" : "pb-warning-text",
            (error ? Icons.CIRCLE_X : Icons.TRIANGLE_ALERT).create("pb-i14")),
        Look.mono(step == null ? "" : step),
        new Span(problem.message()));
  }
}
