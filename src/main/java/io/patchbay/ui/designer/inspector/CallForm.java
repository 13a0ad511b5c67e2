package io.patchbay.ui.designer.inspector;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.flow.CallStep;
import io.patchbay.ui.designer.editing.AppliedCustomization;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Calls a method of an API. */
@Component
class CallForm implements StepForm<CallStep> {

  @Override
  public Class<CallStep> type() {
    return CallStep.class;
  }

  @Override
  public String kind() {
    return "call";
  }

  @Override
  public String title() {
    return "Call";
  }

  @Override
  public Icons icon() {
    return Icons.PLUG;
  }

  @Override
  public Group group() {
    return Group.APIS;
  }

  @Override
  public CallStep create(String id) {
    return new CallStep(id, null, "", null, "", Map.of(), null);
  }

  @Override
  public void fill(FormTabs tabs, StepEditor<CallStep> editor) {
    CallStep call = editor.step();
    Optional<Api> api = editor.drawing().lookup().api(call.api());
    Optional<ApiMethod> method = editor.drawing().lookup().method(call);
    if (api.isEmpty() || method.isEmpty()) {
      tabs.tab(
          "Inputs",
          () ->
              Look.div(
                  "pb-dz-input",
                  Look.div(
                      "pb-error-text",
                      Look.span(
                          "",
                          api.isEmpty()
                              ? "There is no API '%s' in this workspace.".formatted(call.api())
                              : "API '%s' has no method '%s'."
                                  .formatted(call.api(), call.method())))));
      return;
    }
    Map<String, JsonNode> shared = editor.drawing().lookup().schemas(call);
    int customizations =
        AppliedCustomization.of(editor.drawing().flow(), call, editor.drawing().lookup()).size();
    tabs.tab("Inputs", () -> new CallInputs(editor, api.get(), method.get(), shared));
    tabs.tab(
        "Customize",
        customizations == 0 ? "" : String.valueOf(customizations),
        () -> new InheritedParts(editor));
    tabs.tab("Output", () -> new OutputTab(editor));
  }
}
