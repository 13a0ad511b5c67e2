package io.patchbay.ui.designer.inspector;

import io.patchbay.flow.TransformStep;
import io.patchbay.ui.shell.Icons;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes a value out of others. */
@Component
@Order(7)
class TransformForm implements StepForm<TransformStep> {

  @Override
  public Class<TransformStep> type() {
    return TransformStep.class;
  }

  @Override
  public String kind() {
    return "transform";
  }

  @Override
  public String title() {
    return "Transform";
  }

  @Override
  public Icons icon() {
    return Icons.BRACES;
  }

  @Override
  public String synonyms() {
    return "map value";
  }

  @Override
  public Group group() {
    return Group.LOGIC;
  }

  @Override
  public TransformStep create(String id) {
    return new TransformStep(id, "Transform", null);
  }

  @Override
  public void fill(FormTabs tabs, StepEditor<TransformStep> editor) {
    tabs.tab(
        "Value",
        () ->
            new DocumentField(
                InputSpec.any("value", "value", "any", true),
                editor,
                () -> editor.step().value(),
                value ->
                    editor.change(
                        "value", step -> new TransformStep(step.id(), step.name(), value))));
    tabs.tab("Output", () -> new OutputTab(editor));
  }
}
