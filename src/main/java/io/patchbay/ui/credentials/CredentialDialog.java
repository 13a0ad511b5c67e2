package io.patchbay.ui.credentials;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.common.InvalidException;
import io.patchbay.credential.CredentialService;
import io.patchbay.credential.CredentialView;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.UiErrorHandler;
import io.patchbay.ui.shell.Visit;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Makes or changes a credential. The stored secret is never shown; an empty field keeps it. */
public final class CredentialDialog extends Dialog {

  private final transient CredentialService credentials;
  private final transient Visit visit;
  private final transient Consumer<CredentialView> onSaved;
  private final TextField name = new TextField("Name");
  private final Select<CredentialKind> kind = new Select<>();
  private final Div place = Look.div("");
  private final boolean isNew;
  private CredentialFields fields;

  private CredentialDialog(
      CredentialService credentials,
      Visit visit,
      CredentialKind first,
      @Nullable CredentialView stored,
      Consumer<CredentialView> onSaved) {
    this.credentials = credentials;
    this.visit = visit;
    this.onSaved = onSaved;
    this.isNew = stored == null;
    addClassName("pb-dialog");
    setWidth("480px");
    setHeaderTitle(stored == null ? "New credential" : stored.name());
    fields = new CredentialFields(first, stored);
    setUp(first, stored);
    var save = Buttons.primary(isNew ? "Add credential" : "Save credential", null, this::save);
    save.addClickShortcut(Key.ENTER);
    Look.testId("save-credential", save);
    place.add(fields);
    add(
        Look.div("pb-form", name, kind, place),
        Look.div(
            "pb-band pb-dialog-note",
            Icons.LOCK.create("pb-i14"),
            Look.span("", "Encrypted before it is stored. Usable in calls, never shown again.")));
    getFooter().add(Buttons.neutral("Cancel", null, this::close), save);
  }

  /** For a new credential of a kind; the kind can be changed. */
  public static CredentialDialog create(
      CredentialService credentials,
      Visit visit,
      CredentialKind kind,
      Consumer<CredentialView> onSaved) {
    return new CredentialDialog(credentials, visit, kind, null, onSaved);
  }

  /** As {@link #create}, for an API that needs this very kind, with a proposal for the name. */
  public static CredentialDialog createFor(
      CredentialService credentials,
      Visit visit,
      CredentialKind kind,
      String proposedName,
      Consumer<CredentialView> onSaved) {
    var dialog = new CredentialDialog(credentials, visit, kind, null, onSaved);
    dialog.kind.setReadOnly(true);
    dialog.name.setValue(proposedName);
    return dialog;
  }

  /** Fills in the token URL of a kind that has one. */
  public CredentialDialog withTokenUrl(String tokenUrl) {
    if (fields.byName().get("tokenurl") instanceof TextField field) {
      field.setValue(tokenUrl);
    }
    return this;
  }

  /** For changing a credential. */
  public static CredentialDialog change(
      CredentialService credentials,
      Visit visit,
      CredentialView stored,
      Consumer<CredentialView> onSaved) {
    return new CredentialDialog(
        credentials, visit, CredentialKind.of(stored.settings().kind()), stored, onSaved);
  }

  private void setUp(CredentialKind first, @Nullable CredentialView stored) {
    name.setWidthFull();
    name.setPlaceholder("CRM OAuth");
    name.setAutofocus(isNew);
    if (stored != null) {
      name.setValue(stored.name());
      name.setReadOnly(true);
    }
    Look.testId("credential-name", name);
    kind.setLabel("Kind");
    kind.setWidthFull();
    kind.setItems(CredentialKind.values());
    kind.setItemLabelGenerator(CredentialKind::title);
    kind.setValue(first);
    kind.setReadOnly(!isNew);
    kind.addValueChangeListener(event -> {
      fields = new CredentialFields(event.getValue(), null);
      place.removeAll();
      place.add(fields);
    });
    Look.testId("credential-kind", kind);
  }

  private void save() {
    String key = name.getValue().strip();
    if (isNew
        && credentials.list(visit.access(), null).stream().anyMatch(c -> c.name().equals(key))) {
      show(name, "There is a credential '%s' already.".formatted(key));
      return;
    }
    try {
      ObjectNode document = fields.document();
      CredentialView saved = credentials.put(visit.access(), key, document);
      close();
      Toasts.success("Credential '%s' saved".formatted(key));
      onSaved.accept(saved);
    } catch (InvalidException e) {
      showAll(e);
    }
  }

  private void showAll(InvalidException e) {
    Map<String, AbstractField<?, ?>> byName = fields.byName();
    boolean shown = false;
    for (InvalidException.Problem problem : e.problems()) {
      AbstractField<?, ?> field =
          problem.where().equals("name")
              ? name
              : byName.get(problem.where().toLowerCase(Locale.ROOT).replaceFirst("\\W.*", ""));
      if (field instanceof HasValidation) {
        show(field, problem.message());
        shown = true;
      }
    }
    if (!shown) {
      Toasts.error("This cannot be saved yet", UiErrorHandler.sentences(e));
    }
  }

  private static void show(AbstractField<?, ?> field, String message) {
    if (field instanceof HasValidation validated) {
      validated.setErrorMessage(message);
      validated.setInvalid(true);
    }
  }
}
