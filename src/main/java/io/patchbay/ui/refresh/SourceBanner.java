package io.patchbay.ui.refresh;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import io.patchbay.importing.SourceView;
import io.patchbay.ui.apis.ApiBanner;
import io.patchbay.ui.apis.ApiDraft;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.Optional;

/** Tells that the source of an API changed, or can no longer be read. */
@org.springframework.stereotype.Component
final class SourceBanner implements ApiBanner {

  private final RefreshParts parts;

  SourceBanner(RefreshParts parts) {
    this.parts = parts;
  }

  @Override
  public Optional<Component> create(ApiDraft draft) {
    if (!draft.mayEdit()) {
      return Optional.empty();
    }
    return parts
        .refreshes()
        .source(draft.visit().access(), draft.ref())
        .flatMap(source -> band(draft, source));
  }

  private static Optional<Component> band(ApiDraft draft, SourceView source) {
    String error = source.checkError();
    SourceView.Found found = source.found();
    if (error != null) {
      return Optional.of(
          band(
              draft,
              "error",
              Icons.TRIANGLE_ALERT,
              "Its source cannot be read: %s".formatted(error),
              "Look at the source"));
    }
    return found == null
        ? Optional.empty()
        : Optional.of(
            band(
                draft,
                found.counts().breaking() > 0 ? "warning" : "info",
                Icons.REFRESH_CW,
                "Its source changed: %s.".formatted(found.counts().inWords()),
                "See what changed"));
  }

  private static Component band(
      ApiDraft draft, String tone, Icons icon, String sentence, String action) {
    return Look.testId(
        "source-banner",
        Look.div(
            "pb-band pb-notice " + tone,
            icon.create("pb-i14"),
            Look.line("pb-grow", new Span(sentence)),
            Buttons.link(
                action,
                () ->
                    UI.getCurrent()
                        .navigate(
                            draft.visit().path("apis", draft.ref()),
                            QueryParameters.of("tab", "source")))));
  }
}
