package io.patchbay.ui.designer.inspector;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.patchbay.api.ApiVersion;
import io.patchbay.api.VersionWish;
import io.patchbay.flow.CallStep;
import io.patchbay.ui.designer.editing.ChangeStep;
import io.patchbay.ui.designer.editing.Drawing;
import io.patchbay.ui.designer.editing.VersionOption;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which version of its API a call takes. */
final class VersionChoice extends Div {

  private VersionChoice(Drawing drawing, CallStep call, List<ApiVersion> published) {
    addClassName("pb-dz-api-version");
    getElement().setAttribute("data-field", "version");
    List<VersionOption> options =
        VersionOption.of(published, drawing.lookup().mayCallDraft(call.api()), call.version());
    var choice = new Select<VersionOption>();
    choice.setAriaLabel("Version of the API");
    choice.setItems(options);
    choice.setItemLabelGenerator(VersionOption::label);
    options.stream()
        .filter(option -> Objects.equals(option.wish(), call.version()))
        .findFirst()
        .ifPresent(choice::setValue);
    choice.setWidthFull();
    choice.setReadOnly(drawing.readOnly());
    choice.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        drawing.applyAndReload(
            new ChangeStep(call(drawing, call).withVersion(event.getValue().wish()), "version"));
      }
    });
    Look.testId("step-version", choice);
    add(Look.div("pb-row", Look.span("pb-text-2", "Version"), choice));
    VersionWish.published(call.version(), published)
        .map(ApiVersion::deprecated)
        .ifPresent(notice ->
            add(
                Look.div(
                    "pb-dz-deprecated pb-warning-text pb-row",
                    Icons.TRIANGLE_ALERT.create("pb-i12"),
                    new Span("Deprecated: " + notice))));
  }

  /** The choice; nothing where no version is published. */
  static Optional<VersionChoice> of(Drawing drawing, CallStep call) {
    List<ApiVersion> published = drawing.lookup().versions(call.api());
    return published.isEmpty() && call.version() == null
        ? Optional.empty()
        : Optional.of(new VersionChoice(drawing, call, published));
  }

  /** The step as it is now; other fields may have changed since this was made. */
  private static CallStep call(Drawing drawing, CallStep known) {
    return drawing
        .flow()
        .step(known.id())
        .filter(CallStep.class::isInstance)
        .map(CallStep.class::cast)
        .orElse(known);
  }
}
