package io.patchbay.ui.customizing;

import com.vaadin.flow.component.Component;
import io.patchbay.api.Customization;
import io.patchbay.api.Policies;
import io.patchbay.ui.apis.PoliciesEditor;

/** The form of other policies; what is left empty stays as it is. */
final class PolicyForm {

  private PolicyForm() {}

  static Component of(Edited<Customization.Policy> edited) {
    var editor =
        new PoliciesEditor(
            edited.now().policies(),
            Policies.DEFAULTS,
            policies ->
                edited.change(
                    "policies",
                    policy ->
                        new Customization.Policy(
                            policy.name(), policies == null ? Policies.NONE : policies)));
    editor.setEnabled(!edited.fields().readOnly());
    return FormParts.form(
        editor,
        edited.fields().line("policies", () -> null),
        FormParts.hint("What is left empty stays as API and method have it."));
  }
}
