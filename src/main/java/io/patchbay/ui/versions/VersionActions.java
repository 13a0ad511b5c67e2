package io.patchbay.ui.versions;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import io.patchbay.api.ApiUse;
import io.patchbay.api.StoredApi;
import io.patchbay.ui.apis.ApiDraft;
import io.patchbay.ui.refresh.UseLinks;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Confirm;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Toasts;
import java.util.List;

/** What is done with a version after a question: restore it, delete it. */
final class VersionActions {

  private final ApiDraft draft;
  private final VersionParts parts;

  VersionActions(ApiDraft draft, VersionParts parts) {
    this.draft = draft;
    this.parts = parts;
  }

  void askToRestore(String version) {
    new Confirm(
            "Restore version %s?".formatted(version),
            "The draft becomes what version %s was; environments stay. What is published stays too."
                .formatted(version),
            "Restore " + version,
            () -> restore(version))
        .open();
  }

  private void restore(String version) {
    var access = draft.visit().access();
    StoredApi before = parts.apis().get(access, draft.ref());
    StoredApi restored = parts.versions().restore(access, draft.ref(), version, before.revision());
    Toasts.undo(
        "The draft is as in version %s now".formatted(version),
        () -> {
          parts.apis().put(draft.visit().access(), draft.ref(), before.api(), restored.revision());
          Toasts.success("The draft is as it was before");
          draft.reload();
        });
    draft.reload();
  }

  void askToDelete(String version, List<ApiUse> uses) {
    if (!uses.isEmpty()) {
      refuse(version, uses);
      return;
    }
    new Confirm(
            "Delete version %s?".formatted(version),
            "No flow calls it. The draft and the other versions stay as they are.",
            "Delete version",
            () -> {
              parts.versions().delete(draft.visit().access(), draft.ref(), version);
              Toasts.success("Version %s deleted".formatted(version));
              draft.reload();
            })
        .open();
  }

  private void refuse(String version, List<ApiUse> uses) {
    var dialog = new Dialog();
    dialog.addClassName("pb-dialog");
    dialog.setHeaderTitle("Version %s is in use".formatted(version));
    dialog.setWidth("520px");
    dialog.add(
        new Paragraph("These steps call it. Move them to another version first."),
        new UseLinks(draft.visit(), uses));
    dialog
        .getFooter()
        .add(
            Buttons.neutral("Keep it", null, dialog::close),
            Buttons.primary(
                "Move them",
                null,
                () -> {
                  dialog.close();
                  new UsesDialog(draft, parts, version, uses).open();
                }));
    Look.testId("version-in-use", dialog);
    dialog.open();
  }
}
