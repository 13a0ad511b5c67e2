package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;

/** How calls of the API authenticate. */
@org.springframework.stereotype.Component
final class AuthTab implements ApiTab {

  private final EditorParts parts;

  AuthTab(EditorParts parts) {
    this.parts = parts;
  }

  @Override
  public String title() {
    return "Auth";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public Component create(ApiDraft draft) {
    return new AuthPage(draft, parts);
  }
}
