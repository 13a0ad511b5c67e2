package io.patchbay.ui.credentials;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.InvalidException.Problem;
import io.patchbay.credential.CredentialService;
import io.patchbay.credential.CredentialView;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.Visit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes or changes a credential. The stored secret is never shown; an empty field keeps it. */
@StyleSheet("context://assets/theme/credentials.css")
public final class CredentialDialog extends Dialog {

  private final transient CredentialService credentials;
  private final transient CredentialServices services = CredentialServices.get();
  private final transient Visit visit;
  private final transient Consumer<CredentialView> onSaved;
  private final TextField name = new TextField("Name");
  private final Div formPlace = Look.div("");
  private final Div problems = Look.div("pb-credential-problems");
  private final Map<CredentialKind, CredentialForm> forms = new EnumMap<>(CredentialKind.class);
  private final boolean isNew;
  private CredentialForm form;

  private CredentialDialog(
      CredentialService credentials,
      Visit visit,
      CredentialKind first,
      boolean canChoose,
      @Nullable CredentialView stored,
      Consumer<CredentialView> onSaved) {
    this.credentials = credentials;
    this.visit = visit;
    this.onSaved = onSaved;
    this.isNew = stored == null;
    this.form = form(first, stored);
    forms.put(first, form);
    addClassNames("pb-dialog", "pb-credential-dialog");
    setHeaderTitle(stored == null ? "New credential" : stored.name());
    setWidth(canChoose ? "880px" : "560px");
    if (canChoose) {
      setHeight("min(740px, 94vh)");
    }
    setUpName(stored);
    problems.getElement().setAttribute("role", "alert");
    formPlace.add(form);
    var page = Look.div("pb-credential-page", problems);
    if (!canChoose) {
      page.add(head(first));
    }
    page.add(name, formPlace, note());
    add(
        canChoose
            ? Look.div("pb-credential-new", new KindChooser(first, this::choose), page)
            : page);
    buttons();
  }

  private void buttons() {
    var save = Buttons.primary(isNew ? "Add credential" : "Save credential", null, this::save);
    Look.testId("save-credential", save);
    Shortcuts.addShortcutListener(this, this::save, Key.ENTER)
        .listenOn(name)
        .resetFocusOnActiveElement();
    Shortcuts.addShortcutListener(this, this::save, Key.ENTER, KeyModifier.CONTROL)
        .listenOn(this)
        .resetFocusOnActiveElement();
    save.setTooltipText("Ctrl+Enter");
    getFooter().add(Buttons.neutral("Cancel", null, this::close), save);
  }

  /** For a new credential of a kind; the kind can be changed. */
  public static CredentialDialog create(
      CredentialService credentials,
      Visit visit,
      CredentialKind kind,
      Consumer<CredentialView> onSaved) {
    return new CredentialDialog(credentials, visit, kind, true, null, onSaved);
  }

  /** As {@link #create}, for an API that needs this very kind, with a proposal for the name. */
  public static CredentialDialog createFor(
      CredentialService credentials,
      Visit visit,
      CredentialKind kind,
      String proposedName,
      Consumer<CredentialView> onSaved) {
    var dialog = new CredentialDialog(credentials, visit, kind, false, null, onSaved);
    dialog.name.setValue(proposedName);
    return dialog;
  }

  /** For changing a credential. */
  public static CredentialDialog change(
      CredentialService credentials,
      Visit visit,
      CredentialView stored,
      Consumer<CredentialView> onSaved) {
    return new CredentialDialog(
        credentials, visit, CredentialKind.of(stored.settings().kind()), false, stored, onSaved);
  }

  /** Fills in the token URL of a kind that has one. */
  public CredentialDialog withTokenUrl(String tokenUrl) {
    return withOAuth(null, tokenUrl, List.of());
  }

  /**
   * Fills in what an API's description says of its OAuth server; what is filled in already stays.
   *
   * @param authorizationUrl absent when it says none
   * @param tokenUrl absent when it says none
   * @param scopes asked for, in addition to those that are there
   */
  public CredentialDialog withOAuth(
      @Nullable String authorizationUrl, @Nullable String tokenUrl, Collection<String> scopes) {
    OAuthFields oauth = form.oauth();
    if (oauth != null) {
      oauth.propose(authorizationUrl, tokenUrl, scopes);
    }
    return this;
  }

  private void setUpName(@Nullable CredentialView stored) {
    name.setWidthFull();
    name.setPlaceholder("CRM OAuth");
    name.setAutofocus(isNew);
    if (stored != null) {
      name.setValue(stored.name());
      name.setVisible(false);
    }
    Look.testId("credential-name", name);
  }

  private static Div head(CredentialKind kind) {
    return Look.div(
        "pb-credential-head",
        kind.icon().create("pb-i14"),
        Look.two(Look.span("pb-strong", kind.title()), new Span(kind.explanation())));
  }

  private static Div note() {
    return Look.div(
        "pb-credential-note",
        Icons.LOCK.create("pb-i12"),
        new Span("Encrypted before it is stored. Usable in calls, never shown again."));
  }

  private CredentialForm form(CredentialKind kind, @Nullable CredentialView stored) {
    var made = new CredentialForm(kind, stored, services.help(visit));
    made.onEnter(this, this::save);
    return made;
  }

  /** Shows the form of another kind; what was typed into this one is kept until the end. */
  private void choose(CredentialKind kind) {
    form = forms.computeIfAbsent(kind, k -> form(k, null));
    problems.removeAll();
    formPlace.removeAll();
    formPlace.add(form);
  }

  private void save() {
    problems.removeAll();
    String key = name.getValue().strip();
    try {
      if (isNew
          && credentials.list(visit.access(), null).stream().anyMatch(c -> c.name().equals(key))) {
        throw new InvalidException("name", "There is a credential '%s' already.".formatted(key));
      }
      CredentialView saved = credentials.put(visit.access(), key, form.document());
      close();
      Toasts.success("Credential '%s' saved".formatted(key));
      onSaved.accept(saved);
    } catch (InvalidException e) {
      show(e.problems());
    } catch (ConflictException e) {
      show(List.of(new Problem("", String.valueOf(e.getMessage()))));
    }
  }

  private void show(List<Problem> all) {
    var rest = new ArrayList<Problem>();
    for (Problem problem : form.mark(all)) {
      if (problem.where().equals("name")) {
        FormField.show(name, problem.message());
        name.focus();
      } else {
        rest.add(problem);
      }
    }
    for (Problem problem : rest) {
      String where = problem.where();
      problems.add(
          Look.div(
              "pb-band error",
              Icons.TRIANGLE_ALERT.create("pb-i14"),
              new Span(where.isEmpty() ? problem.message() : where + ": " + problem.message())));
    }
  }
}
