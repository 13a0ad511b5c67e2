package io.patchbay.ui.sharing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.patchbay.api.ApiUse;
import io.patchbay.api.Share.Right;
import io.patchbay.api.ShareTerms;
import io.patchbay.api.ShareableWorkspace;
import io.patchbay.api.Sharing;
import io.patchbay.common.InvalidException;
import io.patchbay.ui.apis.ApiDraft;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Segments;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.UiErrorHandler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** On which terms an API is shared with a workspace. */
final class ShareDialog extends Dialog {

  private final transient ApiDraft draft;
  private final transient ShareParts parts;
  private final transient Runnable onSaved;
  private final transient @Nullable Sharing before;
  private final ComboBox<ShareableWorkspace> workspace = new ComboBox<>("Workspace");
  private final Span meaning = Look.span("pb-small pb-text-2", "");
  private final Checkbox credential = new Checkbox("The credential goes along");
  private final Div message = Look.div("");
  private final Segments<Right> right;
  private final LimitsForm limits;
  private final Button save;
  private boolean warned;

  private ShareDialog(
      ApiDraft draft, ShareParts parts, @Nullable Sharing before, Runnable onSaved) {
    this.draft = draft;
    this.parts = parts;
    this.before = before;
    this.onSaved = onSaved;
    addClassName("pb-dialog");
    setWidth("500px");
    setHeaderTitle(
        before == null
            ? "Share %s".formatted(draft.api().name())
            : "%s in %s".formatted(draft.api().name(), before.workspaceName()));
    ShareTerms terms = before == null ? null : before.terms();
    Map<Right, String> rights = new LinkedHashMap<>();
    rights.put(Right.USE, "Use");
    rights.put(Right.EDIT, "Edit");
    right =
        new Segments<>(
            "Right", rights, terms == null ? Right.USE : terms.right(), chosen -> showMeaning());
    Look.testId("share-right", right);
    limits = new LimitsForm(parts.apis().methods(draft.visit().access(), draft.ref(), null), terms);
    credentialField(terms);
    message.getElement().setAttribute("role", "alert");
    save = Buttons.primary(before == null ? "Share" : "Save", null, this::save);
    Look.testId("share-save", save);
    var form = Look.div("pb-form pb-share-form");
    if (before == null) {
      form.add(workspaceField());
    }
    add(form);
    form.add(
        Look.div("pb-col", Look.span("pb-label", "They may"), right, meaning),
        limits,
        Look.div("pb-col", credential),
        message);
    getFooter().add(Buttons.neutral("Cancel", null, this::close), save);
    showMeaning();
  }

  static ShareDialog add(ApiDraft draft, ShareParts parts, Runnable onSaved) {
    return new ShareDialog(draft, parts, null, onSaved);
  }

  static ShareDialog change(ApiDraft draft, ShareParts parts, Sharing sharing, Runnable onSaved) {
    return new ShareDialog(draft, parts, sharing, onSaved);
  }

  private ComboBox<ShareableWorkspace> workspaceField() {
    workspace.setItems(
        parts.shares().workspaces(draft.visit().access(), null).stream()
            .filter(w ->
                parts.shares().list(draft.visit().access(), draft.ref()).stream()
                    .noneMatch(s -> s.workspace().equals(w.slug())))
            .toList());
    workspace.setItemLabelGenerator(w -> "%s (%s)".formatted(w.name(), w.slug()));
    workspace.setPlaceholder("Choose a workspace");
    workspace.setWidthFull();
    workspace.setAutofocus(true);
    workspace.addValueChangeListener(event -> workspace.setInvalid(false));
    return Look.testId("share-workspace", workspace);
  }

  private void credentialField(@Nullable ShareTerms terms) {
    String name = draft.api().auth().credentialName().orElse("");
    credential.setValue(terms != null && terms.withCredential());
    credential.setHelperText(
        name.isEmpty()
            ? "The API has no credential yet. Once it has one, their calls use it; nobody there can"
                + " read it."
            : "Their calls are sent with '%s': the other side sees your account act. Nobody there"
                    .formatted(name)
                + " can read it, or send it elsewhere. Without this they choose one of their own.");
    Look.testId("share-credential", credential);
  }

  private void showMeaning() {
    boolean edit = right.value() == Right.EDIT;
    meaning.setText(
        edit
            ? "Call it, and change its definition: methods, headers, schemas. Address,"
                + " authentication and sharing stay with you."
            : "Call its methods and read its definition.");
    limits.setVisible(!edit);
  }

  private ShareTerms terms() {
    boolean edit = right.value() == Right.EDIT;
    return limits.terms(right.value(), credential.getValue(), edit);
  }

  private void save() {
    message.removeAll();
    String slug = before != null ? before.workspace() : slug();
    if (slug.isEmpty()) {
      workspace.setErrorMessage("Choose the workspace that may use it.");
      workspace.setInvalid(true);
      return;
    }
    try {
      ShareTerms terms = terms();
      if (before == null || mayStop(slug, terms)) {
        Sharing saved = parts.shares().put(draft.visit().access(), draft.ref(), slug, terms);
        close();
        Toasts.success(
            "'%s' may %s it now"
                .formatted(saved.workspaceName(), terms.right() == Right.EDIT ? "edit" : "use"));
        onSaved.run();
      }
    } catch (InvalidException e) {
      message.add(
          Look.div(
              "pb-band error",
              Icons.TRIANGLE_ALERT.create("pb-i14"),
              new Span(UiErrorHandler.sentences(e))));
    }
  }

  private String slug() {
    ShareableWorkspace chosen = workspace.getValue();
    return chosen == null ? "" : chosen.slug();
  }

  /** Warns once where flows of the other side would stop. */
  private boolean mayStop(String slug, ShareTerms terms) {
    List<ApiUse> stopping =
        parts.shares().stopping(draft.visit().access(), draft.ref(), slug, terms);
    if (stopping.isEmpty() || warned) {
      return true;
    }
    warned = true;
    save.setText("Save, these steps stop");
    message.add(
        Look.div(
            "pb-band warning",
            Icons.TRIANGLE_ALERT.create("pb-i14"),
            new Span(
                "What is no longer shared is called by %s. These steps fail from their next call on."
                    .formatted(StoppingSteps.flows(stopping)))),
        new StoppingSteps(stopping));
    return false;
  }
}
