package io.patchbay.ui.refresh;

import com.vaadin.flow.component.Component;
import io.patchbay.importing.SourceView;
import io.patchbay.ui.apis.ApiDraft;
import io.patchbay.ui.apis.ApiTab;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the API came from, and what is new there; only for those that came from somewhere. */
@org.springframework.stereotype.Component
final class SourceTab implements ApiTab {

  private final RefreshParts parts;

  SourceTab(RefreshParts parts) {
    this.parts = parts;
  }

  @Override
  public String title() {
    return "Source";
  }

  @Override
  public int order() {
    return 65;
  }

  @Override
  public @Nullable String count(ApiDraft draft) {
    return source(draft)
        .map(
            source -> source.checkError() != null ? "!" : source.found() != null ? "changed" : null)
        .orElse(null);
  }

  @Override
  public boolean isFor(ApiDraft draft) {
    return draft.mayEdit() && source(draft).isPresent();
  }

  @Override
  public Component create(ApiDraft draft) {
    return new SourcePage(draft, parts);
  }

  private Optional<SourceView> source(ApiDraft draft) {
    return parts.refreshes().source(draft.visit().access(), draft.ref());
  }
}
