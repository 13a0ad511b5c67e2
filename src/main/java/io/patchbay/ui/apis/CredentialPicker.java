package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.patchbay.api.SchemeAuth;
import io.patchbay.credential.Auth;
import io.patchbay.credential.CredentialView;
import io.patchbay.ui.credentials.CredentialDialog;
import io.patchbay.ui.credentials.CredentialKind;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Chooses the credential of an API among those of its kind of auth, or makes a new one. */
final class CredentialPicker extends Div {

  private final transient ApiDraft draft;
  private final transient EditorParts parts;
  private final transient Consumer<@Nullable String> onChoice;
  private final CredentialKind kind;

  CredentialPicker(
      ApiDraft draft, EditorParts parts, Auth auth, Consumer<@Nullable String> onChoice) {
    this.draft = draft;
    this.parts = parts;
    this.onChoice = onChoice;
    this.kind = CredentialKind.of(auth.kind());
    List<CredentialView> fitting =
        parts.credentials().list(draft.visit().access(), null).stream()
            .filter(c -> c.settings().kind().equals(kind.kind()))
            .toList();
    var create = Look.testId("new-credential", Buttons.link("New credential", this::openNew));
    add(Look.section("Credential", create), select(fitting, auth));
    Optional<CredentialView> current = current(fitting, auth);
    auth.credentialName().filter(name -> current.isEmpty()).ifPresent(name -> add(missing(name)));
    current.ifPresent(view ->
        add(new CredentialCard(draft.visit(), view, parts, () -> onChoice.accept(view.name()))));
  }

  private Select<CredentialView> select(List<CredentialView> fitting, Auth auth) {
    var chosen = new Select<CredentialView>();
    chosen.setAriaLabel("Credential");
    chosen.setWidthFull();
    chosen.setItems(fitting);
    chosen.setItemLabelGenerator(CredentialView::name);
    chosen.setPlaceholder(
        fitting.isEmpty() ? "None of this kind yet, make one" : "Choose a credential");
    Look.testId("credential", chosen);
    current(fitting, auth).ifPresent(chosen::setValue);
    chosen.addValueChangeListener(event -> onChoice.accept(event.getValue().name()));
    return chosen;
  }

  private static Optional<CredentialView> current(List<CredentialView> fitting, Auth auth) {
    return auth.credentialName()
        .flatMap(name -> fitting.stream().filter(c -> c.name().equals(name)).findFirst());
  }

  private static Div missing(String name) {
    return Look.div(
        "pb-band error pb-spaced",
        Icons.TRIANGLE_ALERT.create("pb-i14"),
        Look.span(
            "",
            "There is no credential '%s' of this kind here. Calls fail until there is."
                .formatted(name)));
  }

  private void openNew() {
    String proposal = draft.api().name().replaceAll("[^\\p{L}\\p{N} ._-]", "").strip();
    CredentialDialog dialog =
        CredentialDialog.createFor(
            parts.credentials(),
            draft.visit(),
            kind,
            proposal,
            view -> onChoice.accept(view.name()));
    SchemeAuth.flow(draft.api().securitySchemes(), draft.api().auth())
        .ifPresent(flow ->
            dialog.withOAuth(flow.authorizationUrl(), flow.tokenUrl(), flow.scopes().keySet()));
    dialog.open();
  }
}
