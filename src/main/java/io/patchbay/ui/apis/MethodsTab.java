package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

/** The methods, each with its editor and the try panel. */
@org.springframework.stereotype.Component
final class MethodsTab implements ApiTab {

  private final EditorParts parts;

  MethodsTab(EditorParts parts) {
    this.parts = parts;
  }

  @Override
  public String title() {
    return "Methods";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public @Nullable String count(ApiDraft draft) {
    return "%,d".formatted(draft.methods().size());
  }

  @Override
  public Component create(ApiDraft draft) {
    return new MethodsPage(draft, parts);
  }
}
