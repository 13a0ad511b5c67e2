package io.patchbay.ui.designer.inspector;

import io.patchbay.flow.SwitchStep;
import io.patchbay.flow.SwitchStep.Case;
import io.patchbay.ui.shell.Icons;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Goes on at the first case that holds. */
@Component
@Order(2)
class SwitchForm implements StepForm<SwitchStep> {

  @Override
  public Class<SwitchStep> type() {
    return SwitchStep.class;
  }

  @Override
  public String kind() {
    return "switch";
  }

  @Override
  public String title() {
    return "Switch";
  }

  @Override
  public Icons icon() {
    return Icons.ROUTE;
  }

  @Override
  public String sentence() {
    return "Goes on at the first case that holds";
  }

  @Override
  public String synonyms() {
    return "branch case router";
  }

  @Override
  public Group group() {
    return Group.LOGIC;
  }

  @Override
  public SwitchStep create(String id) {
    return new SwitchStep(id, "Switch", List.of(new Case("case1", "")));
  }

  @Override
  public void fill(FormTabs tabs, StepEditor<SwitchStep> editor) {
    tabs.tab("Cases", () -> new SwitchCases(editor));
    tabs.tab("Output", () -> new OutputTab(editor));
  }
}
