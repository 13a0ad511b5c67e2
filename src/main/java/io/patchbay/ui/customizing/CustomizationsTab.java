package io.patchbay.ui.customizing;

import com.vaadin.flow.component.Component;
import io.patchbay.ui.apis.ApiDraft;
import io.patchbay.ui.apis.ApiTab;
import org.jspecify.annotations.Nullable;

/** What changes the calls of all methods. */
@org.springframework.stereotype.Component
final class CustomizationsTab implements ApiTab {

  private final CustomizationForms forms;

  CustomizationsTab(CustomizationForms forms) {
    this.forms = forms;
  }

  @Override
  public String title() {
    return "Customize";
  }

  @Override
  public String id() {
    return "customizations";
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public @Nullable String count(ApiDraft draft) {
    return draft.api().customizations().isEmpty()
        ? null
        : String.valueOf(draft.api().customizations().size());
  }

  @Override
  public Component create(ApiDraft draft) {
    return new CustomizePage(draft, forms);
  }
}
