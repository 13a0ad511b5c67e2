package io.patchbay.ui.refresh;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.patchbay.change.Change;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.JsonText;
import io.patchbay.ui.shell.Look;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What stood there before and what stands there after, side by side. */
final class ChangeDialog extends Dialog {

  ChangeDialog(Change change) {
    addClassName("pb-dialog");
    setWidth("960px");
    setHeaderTitle(change.where());
    add(
        Look.div(
            "pb-change-sides", side("Before", change.before()), side("After", change.after())));
    getFooter().add(Buttons.primary("Close", null, this::close));
  }

  private static Div side(String title, @Nullable JsonNode value) {
    return Look.div(
        "pb-col",
        Look.span("pb-label", title),
        value == null ? Look.span("pb-text-3", "nothing") : JsonText.of(value));
  }
}
