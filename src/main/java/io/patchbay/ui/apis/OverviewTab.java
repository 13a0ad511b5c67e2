package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;

/** What the API is and where it is. */
@org.springframework.stereotype.Component
final class OverviewTab implements ApiTab {

  @Override
  public String title() {
    return "Overview";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Component create(ApiDraft draft) {
    return new OverviewPage(draft);
  }
}
