package io.patchbay.ui.designer.inspector;

import io.patchbay.flow.ConditionStep;
import io.patchbay.ui.shell.Fx;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Goes on at one of two branches. */
@Component
@Order(1)
class ConditionForm implements StepForm<ConditionStep> {

  @Override
  public Class<ConditionStep> type() {
    return ConditionStep.class;
  }

  @Override
  public String kind() {
    return "condition";
  }

  @Override
  public String title() {
    return "Condition";
  }

  @Override
  public Icons icon() {
    return Icons.SPLIT;
  }

  @Override
  public String synonyms() {
    return "if branch true false";
  }

  @Override
  public Group group() {
    return Group.LOGIC;
  }

  @Override
  public ConditionStep create(String id) {
    return new ConditionStep(id, "Condition", null);
  }

  @Override
  public void fill(FormTabs tabs, StepEditor<ConditionStep> editor) {
    tabs.tab(
        "Condition",
        () ->
            Look.div(
                "",
                new ExpressionField(
                        InputSpec.any("when", "when", "boolean", true),
                        editor,
                        () -> Fx.source(editor.step().when()),
                        source ->
                            editor.change(
                                "when",
                                step ->
                                    new ConditionStep(
                                        step.id(),
                                        step.name(),
                                        source.isBlank() ? null : Fx.text(source))))
                    .asTruth(),
                Look.div(
                    "pb-dz-hint",
                    Look.span(
                        "",
                        "The flow goes on at true or false. Nothing, 0, an empty text, list or"
                            + " object count as false."))));
    tabs.tab("Output", () -> new OutputTab(editor));
  }
}
