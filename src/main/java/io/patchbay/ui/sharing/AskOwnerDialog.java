package io.patchbay.ui.sharing;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import io.patchbay.api.CatalogueEntry;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.CopyButton;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Visit;

/** What to send to the owner of an API, so that they share it. */
final class AskOwnerDialog extends Dialog {

  AskOwnerDialog(Visit visit, CatalogueEntry entry) {
    addClassName("pb-dialog");
    setWidth("460px");
    setHeaderTitle("Ask for %s".formatted(entry.name()));
    String request =
        "May workspace '%s' use the API '%s'? Open it in Patchbay under %s/apis/%s?tab=sharing and"
                .formatted(visit.workspace(), entry.name(), entry.owner(), entry.slug())
            + " choose Share with a workspace, then '%s'.".formatted(visit.workspace());
    var text = Look.div("pb-code pb-selectable");
    text.setText(request);
    add(
        new Paragraph(
            "It belongs to '%s', where an editor can share it with this workspace. Send them this:"
                .formatted(entry.ownerName())),
        text);
    getFooter()
        .add(
            CopyButton.link("Copy the request", request, "Request"),
            Buttons.primary("Done", null, this::close));
  }
}
