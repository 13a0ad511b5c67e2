package io.patchbay.ui.designer.inspector;

import io.patchbay.flow.CustomizationStep;
import io.patchbay.ui.customizing.CustomizationForms;
import io.patchbay.ui.customizing.CustomizationKind;
import io.patchbay.ui.designer.editing.CustomizationSteps;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;

/** A customization on the canvas: its form is that of its kind, wherever it stands. */
final class CustomizationStepForm<S extends CustomizationStep> implements StepForm<S> {

  private final Class<S> type;
  private final CustomizationKind kind;
  private final CustomizationForms forms;

  CustomizationStepForm(Class<S> type, CustomizationKind kind, CustomizationForms forms) {
    this.type = type;
    this.kind = kind;
    this.forms = forms;
  }

  @Override
  public Class<S> type() {
    return type;
  }

  @Override
  public String kind() {
    return kind.kind();
  }

  @Override
  public String title() {
    return kind.shortTitle();
  }

  @Override
  public Icons icon() {
    return kind.icon();
  }

  @Override
  public Group group() {
    return Group.CUSTOMIZATIONS;
  }

  @Override
  public String sentence() {
    return kind.sentence();
  }

  @Override
  public S create(String id) {
    return type.cast(
        CustomizationSteps.of(id, CustomizationKind.named(kind.create(), kind.title())));
  }

  @Override
  public void fill(FormTabs tabs, StepEditor<S> editor) {
    tabs.tab(
        kind.title(),
        () ->
            Look.div(
                "pb-dz-customization",
                Look.div("pb-dz-hint", Look.span("", kind.sentence())),
                forms.form(editor.customization(type)),
                new PatchedCalls(editor)));
  }
}
