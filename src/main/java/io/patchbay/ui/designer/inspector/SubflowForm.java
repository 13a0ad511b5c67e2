package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import io.patchbay.flow.FlowService;
import io.patchbay.flow.FlowSummary;
import io.patchbay.flow.SubflowStep;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Runs another flow and waits for it. */
@Component
@Order(5)
class SubflowForm implements StepForm<SubflowStep> {

  private final FlowService flows;

  SubflowForm(FlowService flows) {
    this.flows = flows;
  }

  @Override
  public Class<SubflowStep> type() {
    return SubflowStep.class;
  }

  @Override
  public String kind() {
    return "subflow";
  }

  @Override
  public String title() {
    return "Subflow";
  }

  @Override
  public Icons icon() {
    return Icons.WORKFLOW;
  }

  @Override
  public String sentence() {
    return "Runs the published version of another flow and waits for it";
  }

  @Override
  public String synonyms() {
    return "call flow";
  }

  @Override
  public Group group() {
    return Group.LOGIC;
  }

  @Override
  public SubflowStep create(String id) {
    return new SubflowStep(id, "Subflow", "", null);
  }

  @Override
  public void fill(FormTabs tabs, StepEditor<SubflowStep> editor) {
    tabs.tab("Flow", () -> form(editor));
    tabs.tab("Output", () -> new OutputTab(editor));
  }

  private Div form(StepEditor<SubflowStep> editor) {
    return Look.div(
        "",
        FieldBlock.of("Flow", "flow", editor, choice(editor)),
        new DocumentField(
            InputSpec.any("input", "input", "any", false),
            editor,
            () -> editor.step().input(),
            input ->
                editor.change(
                    "input", step -> new SubflowStep(step.id(), step.name(), step.flow(), input))),
        Look.div(
            "pb-dz-hint",
            Look.span(
                "",
                "The other flow sees it as trigger.body. It has a run of its own, whose id is"
                    + " steps.%s.run.".formatted(editor.step().id()))));
  }

  private ComboBox<String> choice(StepEditor<SubflowStep> editor) {
    Map<String, String> names = new LinkedHashMap<>();
    for (FlowSummary flow : flows.list(editor.visit().access(), null)) {
      names.put(
          flow.slug(),
          flow.liveVersion() == null
              ? flow.name() + " (not published)"
              : "%s (v%d)".formatted(flow.name(), flow.liveVersion()));
    }
    String now = editor.step().flow();
    if (!now.isEmpty()) {
      names.putIfAbsent(now, now + " (there is none such)");
    }
    var combo = new ComboBox<String>();
    combo.setItems(names.keySet());
    combo.setItemLabelGenerator(slug -> names.getOrDefault(slug, slug));
    combo.setPlaceholder("Choose a flow");
    combo.setAriaLabel("Flow");
    combo.setWidthFull();
    combo.setReadOnly(editor.readOnly());
    if (!now.isEmpty()) {
      combo.setValue(now);
    }
    combo.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        String slug = event.getValue() == null ? "" : event.getValue();
        editor.change("flow", step -> new SubflowStep(step.id(), step.name(), slug, step.input()));
      }
    });
    return Look.testId("subflow", combo);
  }
}
