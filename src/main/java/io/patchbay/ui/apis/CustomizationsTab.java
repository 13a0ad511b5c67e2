package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

/** What changes the calls of all methods. */
@org.springframework.stereotype.Component
final class CustomizationsTab implements ApiTab {

  @Override
  public String title() {
    return "Customizations";
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
    return new CustomizePage(draft);
  }
}
