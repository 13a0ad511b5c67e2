package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Span;
import io.patchbay.importing.SourceView;
import io.patchbay.ui.shell.Badges;
import io.patchbay.ui.shell.Look;

/** Tells in a list that the source of an API changed, or can no longer be read. */
final class SourceBadge {

  private SourceBadge() {}

  static Span of(SourceView source) {
    String error = source.checkError();
    SourceView.Found found = source.found();
    if (error != null) {
      return Look.title(error, Badges.tag("error", "source not readable"));
    }
    if (found == null) {
      return new Span();
    }
    return Look.title(
        found.counts().inWords(),
        found.counts().breaking() > 0
            ? Badges.tag("warning", "source changed, breaking")
            : Badges.tag("accent", "source changed"));
  }
}
