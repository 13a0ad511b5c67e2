package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import io.patchbay.flow.TryStep;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Runs what is inside and takes up its failures. */
@Component
@Order(4)
class TryForm implements StepForm<TryStep> {

  @Override
  public Class<TryStep> type() {
    return TryStep.class;
  }

  @Override
  public String kind() {
    return "try";
  }

  @Override
  public String title() {
    return "Try";
  }

  @Override
  public Icons icon() {
    return Icons.SHIELD_ALERT;
  }

  @Override
  public String sentence() {
    return "Runs the steps inside and takes up their failures";
  }

  @Override
  public String synonyms() {
    return "catch error finally";
  }

  @Override
  public Group group() {
    return Group.LOGIC;
  }

  @Override
  public TryStep create(String id) {
    return new TryStep(id, "Try", List.of(), null);
  }

  @Override
  public void fill(FormTabs tabs, StepEditor<TryStep> editor) {
    tabs.tab("Try", () -> attempt(editor));
    tabs.tab("Output", () -> new OutputTab(editor));
  }

  private static Div attempt(StepEditor<TryStep> editor) {
    return Look.div(
        "",
        new DocumentField(
            InputSpec.any("result", "result", "any", false),
            editor,
            () -> editor.step().result(),
            result ->
                editor.change(
                    "result",
                    step -> new TryStep(step.id(), step.name(), step.contains(), result))),
        Look.div(
            "pb-dz-hint",
            Look.span("", "What its body is; when empty, the body of the last step inside.")),
        Look.div(
            "pb-dz-input",
            Look.div("pb-field-top", Look.span("pb-strong", "Where it goes on")),
            port("next", "all steps inside went well"),
            port(
                "error",
                "one failed and no link inside took that up; its error is steps."
                    + editor.step().id()
                    + ".error"),
            port("finally", "either way, at the same time")));
  }

  private static Div port(String name, String when) {
    return Look.div("pb-dz-port", Look.span("pb-mono-s", name), Look.span("pb-text-2", when));
  }
}
