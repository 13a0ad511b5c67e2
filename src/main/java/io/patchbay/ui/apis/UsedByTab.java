package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;

/** Who calls the API. */
@org.springframework.stereotype.Component
final class UsedByTab implements ApiTab {

  private final EditorParts parts;

  UsedByTab(EditorParts parts) {
    this.parts = parts;
  }

  @Override
  public String title() {
    return "Used by";
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public Component create(ApiDraft draft) {
    return new UsedByPage(draft, parts);
  }
}
