package io.patchbay.ui.sharing;

import com.vaadin.flow.component.Component;
import io.patchbay.ui.apis.ApiDraft;
import io.patchbay.ui.apis.ApiTab;
import org.jspecify.annotations.Nullable;

/** Which other workspaces may use the API. */
@org.springframework.stereotype.Component
final class SharingTab implements ApiTab {

  private final ShareParts parts;

  SharingTab(ShareParts parts) {
    this.parts = parts;
  }

  @Override
  public String title() {
    return "Sharing";
  }

  @Override
  public int order() {
    return 80;
  }

  @Override
  public @Nullable String count(ApiDraft draft) {
    int shares = parts.shares().list(draft.visit().access(), draft.ref()).size();
    return shares == 0 ? null : String.valueOf(shares);
  }

  /** Who an API is shared with is its owner's business. */
  @Override
  public boolean isFor(ApiDraft draft) {
    return draft.stored().share() == null;
  }

  @Override
  public Component create(ApiDraft draft) {
    return new SharingPage(draft, parts);
  }
}
