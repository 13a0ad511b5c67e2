package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;

/** The schemas that the methods share. */
@org.springframework.stereotype.Component
final class SchemasTab implements ApiTab {

  @Override
  public String title() {
    return "Schemas";
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public String count(ApiDraft draft) {
    return "%,d".formatted(draft.schemas().size());
  }

  @Override
  public Component create(ApiDraft draft) {
    return new SchemasPage(draft);
  }
}
