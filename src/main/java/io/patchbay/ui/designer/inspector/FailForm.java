package io.patchbay.ui.designer.inspector;

import io.patchbay.common.Json;
import io.patchbay.flow.FailStep;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;

/** Ends the run as failed. */
@Component
@Order(12)
class FailForm implements StepForm<FailStep> {

  private static final JsonNode STATUS = Json.MAPPER.createObjectNode().put("type", "integer");

  @Override
  public Class<FailStep> type() {
    return FailStep.class;
  }

  @Override
  public String kind() {
    return "fail";
  }

  @Override
  public String title() {
    return "Fail";
  }

  @Override
  public Icons icon() {
    return Icons.OCTAGON_X;
  }

  @Override
  public String synonyms() {
    return "stop throw error";
  }

  @Override
  public Group group() {
    return Group.LOGIC;
  }

  @Override
  public FailStep create(String id) {
    return new FailStep(id, "Fail", null, null);
  }

  @Override
  public void fill(FormTabs tabs, StepEditor<FailStep> editor) {
    tabs.tab(
        "Failure",
        () ->
            Look.div(
                "",
                new ValueField(
                    InputSpec.text("message", "message", false),
                    editor,
                    () -> ValueField.text(editor.step().message()),
                    message ->
                        editor.change(
                            "message",
                            step ->
                                new FailStep(
                                    step.id(),
                                    step.name(),
                                    message == null ? null : message.asString(),
                                    step.status()))),
                new PlainField(
                    new InputSpec(
                        "status", "status", "integer", STATUS, false, "400 to 599; 500 when empty"),
                    editor,
                    () ->
                        editor.step().status() == null
                            ? null
                            : IntNode.valueOf(editor.step().status()),
                    status ->
                        editor.change(
                            "status",
                            step ->
                                new FailStep(
                                    step.id(),
                                    step.name(),
                                    step.message(),
                                    status != null && status.isIntegralNumber()
                                        ? (Integer) status.intValue()
                                        : null)))));
  }
}
