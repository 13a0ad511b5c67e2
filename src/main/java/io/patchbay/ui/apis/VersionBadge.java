package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.ApiVersion;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Look;
import java.util.List;

/** The newest published version of an API, and whether its draft went on since; leads to them. */
final class VersionBadge extends Span {

  /**
   * The badge; empty as long as no version is published.
   *
   * @param published the newest first
   */
  VersionBadge(ApiDraft draft, List<ApiVersion> published) {
    addClassName("pb-row");
    Look.testId("version-badge", this);
    if (published.isEmpty()) {
      setVisible(false);
      return;
    }
    ApiVersion newest = published.getFirst();
    Anchor link =
        Look.link(
            draft.visit().path("apis", draft.ref()) + "?tab=versions",
            Badges.tag("line", newest.version().toString()));
    add(Look.title("The newest published version", link));
    if (newest.deprecated() != null) {
      add(Look.title(newest.deprecated(), Badges.tag("warning", "deprecated")));
    }
    if (draft.stored().mayBeEdited()) {
      var edited =
          Look.title(
              "The draft was edited since version %s was published.".formatted(newest.version()),
              Badges.tag("accent", "draft has changes"));
      edited.setVisible(draft.editedSince(newest.publishedAt()));
      draft.listen((_, _) -> edited.setVisible(draft.editedSince(newest.publishedAt())));
      add(edited);
    }
  }
}
