package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import io.patchbay.common.Json;
import io.patchbay.flow.CallbackStep;
import io.patchbay.ui.shell.CopyButton;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Times;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Waits until somebody calls an address. */
@Component
@Order(10)
class CallbackForm implements StepForm<CallbackStep> {

  private static final JsonNode TEXT = Json.MAPPER.createObjectNode().put("type", "string");

  private final Times times;

  CallbackForm(Times times) {
    this.times = times;
  }

  @Override
  public Class<CallbackStep> type() {
    return CallbackStep.class;
  }

  @Override
  public String kind() {
    return "callback";
  }

  @Override
  public String title() {
    return "Wait for callback";
  }

  @Override
  public Icons icon() {
    return Icons.RADIO_TOWER;
  }

  @Override
  public String sentence() {
    return "Waits until somebody calls an address of this run, for example to approve";
  }

  @Override
  public String synonyms() {
    return "approve approval human";
  }

  @Override
  public Group group() {
    return Group.LOGIC;
  }

  @Override
  public CallbackStep create(String id) {
    return new CallbackStep(id, "Wait for callback", null);
  }

  @Override
  public void fill(FormTabs tabs, StepEditor<CallbackStep> editor) {
    tabs.tab("Callback", () -> form(editor));
    tabs.tab("Output", () -> new OutputTab(editor));
  }

  private Div form(StepEditor<CallbackStep> editor) {
    String expression = "{{ run.callbacks.%s }}".formatted(editor.step().id());
    Div address =
        Look.div(
            "pb-dz-address",
            Look.span("pb-mono-s pb-ellipsis", expression),
            Look.line("pb-end", CopyButton.icon(expression, "Expression")));
    return Look.div(
        "",
        Look.div("pb-dz-input", Look.div("pb-field-top", Look.span("pb-strong", "Address"))),
        Look.testId("callback-address", address),
        Look.div(
            "pb-dz-hint",
            Look.span(
                "",
                "Send this address to whom you wait for, from a step before or beside this one."
                    + " The first request counts; its body, query and verb are the output.")),
        new ValueField(
            new InputSpec(
                "timeout",
                "timeout",
                "duration",
                TEXT,
                false,
                "Such as 2h or 3d; %s when it is left empty"
                    .formatted(CallbackStep.DEFAULT_TIMEOUT)),
            editor,
            () -> ValueField.text(editor.step().timeout()),
            value ->
                editor.change(
                    "timeout",
                    step ->
                        new CallbackStep(
                            step.id(), step.name(), value == null ? null : Literal.text(value)))),
        TimeMeaning.duration(
            editor,
            () -> {
              String timeout = editor.step().timeout();
              return timeout == null ? CallbackStep.DEFAULT_TIMEOUT : timeout;
            },
            times),
        Look.div("pb-dz-hint", Look.span("", "After that the run goes on at timeout.")));
  }
}
