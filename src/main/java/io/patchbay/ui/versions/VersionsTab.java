package io.patchbay.ui.versions;

import com.vaadin.flow.component.Component;
import io.patchbay.api.SemanticVersion;
import io.patchbay.ui.apis.ApiDraft;
import io.patchbay.ui.apis.ApiTab;
import org.jspecify.annotations.Nullable;

/** What was published of the API. */
@org.springframework.stereotype.Component
final class VersionsTab implements ApiTab {

  private final VersionParts parts;

  VersionsTab(VersionParts parts) {
    this.parts = parts;
  }

  @Override
  public String title() {
    return "Versions";
  }

  @Override
  public int order() {
    return 70;
  }

  @Override
  public @Nullable String count(ApiDraft draft) {
    SemanticVersion latest = draft.stored().latest();
    return latest == null ? null : latest.toString();
  }

  @Override
  public Component create(ApiDraft draft) {
    return new VersionsPage(draft, parts);
  }
}
