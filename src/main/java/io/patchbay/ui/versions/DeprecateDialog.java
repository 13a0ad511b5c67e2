package io.patchbay.ui.versions;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.patchbay.common.InvalidException;
import io.patchbay.ui.apis.ApiDraft;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.UiErrorHandler;

/** Asks why a version should not be used any more. */
final class DeprecateDialog extends Dialog {

  private final transient ApiDraft draft;
  private final transient VersionParts parts;
  private final String version;
  private final TextArea notice = new TextArea("Notice");

  DeprecateDialog(ApiDraft draft, VersionParts parts, String version, String proposal) {
    this.draft = draft;
    this.parts = parts;
    this.version = version;
    addClassName("pb-dialog");
    setWidth("480px");
    setHeaderTitle("Deprecate version %s".formatted(version));
    notice.setHelperText("Why, and what to use instead.");
    notice.setValue(proposal);
    notice.setWidthFull();
    notice.setMinRows(2);
    notice.setMaxLength(4_000);
    notice.setAutofocus(true);
    Look.testId("deprecate-notice", notice);
    add(new Paragraph("Flows that call it go on. Where it is called, the designer warns."), notice);
    var act = Buttons.primary("Deprecate", null, this::deprecate);
    Look.testId("deprecate-confirm", act);
    getFooter().add(Buttons.neutral("Cancel", null, this::close), act);
  }

  private void deprecate() {
    try {
      parts
          .versions()
          .deprecate(draft.visit().access(), draft.ref(), version, notice.getValue().strip());
    } catch (InvalidException e) {
      notice.setErrorMessage(UiErrorHandler.sentences(e));
      notice.setInvalid(true);
      return;
    }
    close();
    Toasts.success("Version %s is deprecated".formatted(version), "Undo", this::takeBack);
    draft.reload();
  }

  private void takeBack() {
    takeBack(draft, parts, version);
  }

  /** Lets the version be used again. */
  static void takeBack(ApiDraft draft, VersionParts parts, String version) {
    parts.versions().deprecate(draft.visit().access(), draft.ref(), version, null);
    Toasts.success("Version %s may be used again".formatted(version));
    draft.reload();
  }
}
