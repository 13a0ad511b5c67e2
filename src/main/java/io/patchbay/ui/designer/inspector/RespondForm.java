package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import io.patchbay.common.Json;
import io.patchbay.flow.RespondStep;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Answers the sender of the webhook. */
@Component
@Order(11)
class RespondForm implements StepForm<RespondStep> {

  private static final JsonNode STATUS = Json.MAPPER.createObjectNode().put("type", "integer");

  @Override
  public Class<RespondStep> type() {
    return RespondStep.class;
  }

  @Override
  public String kind() {
    return "respond";
  }

  @Override
  public String title() {
    return "Respond";
  }

  @Override
  public Icons icon() {
    return Icons.REPLY;
  }

  @Override
  public String synonyms() {
    return "answer return";
  }

  @Override
  public Group group() {
    return Group.LOGIC;
  }

  @Override
  public RespondStep create(String id) {
    return new RespondStep(id, "Respond", null, Map.of(), null);
  }

  @Override
  public void fill(FormTabs tabs, StepEditor<RespondStep> editor) {
    tabs.tab("Answer", () -> answer(editor));
    tabs.tab("Output", () -> new OutputTab(editor));
  }

  private static Div answer(StepEditor<RespondStep> editor) {
    return Look.div(
        "",
        new ValueField(
            new InputSpec(
                "status", "status", "integer", STATUS, false, "200 when it is left empty"),
            editor,
            () -> editor.step().status(),
            status -> editor.change("status", step -> with(step, status, step.body()))),
        new DocumentField(
            InputSpec.any("body", "body", "any", false),
            editor,
            () -> editor.step().body(),
            body -> editor.change("body", step -> with(step, step.status(), body))),
        new HeaderRows(
            editor,
            "Headers",
            "headers",
            editor.step().headers(),
            headers ->
                editor.change(
                    "headers",
                    step ->
                        new RespondStep(
                            step.id(), step.name(), step.status(), headers, step.body()))));
  }

  private static RespondStep with(
      RespondStep step, @Nullable JsonNode status, @Nullable JsonNode body) {
    return new RespondStep(step.id(), step.name(), status, step.headers(), body);
  }
}
