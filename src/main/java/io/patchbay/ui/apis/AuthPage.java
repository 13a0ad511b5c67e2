package io.patchbay.ui.apis;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.SecurityScheme.OAuthFlow;
import io.patchbay.credential.Auth;
import io.patchbay.credential.CredentialView;
import io.patchbay.ui.credentials.CredentialDialog;
import io.patchbay.ui.credentials.CredentialKind;
import io.patchbay.ui.shell.Buttons;
import io.patchbay.ui.shell.Icons;
import io.patchbay.ui.shell.Look;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How calls of an API authenticate, and with which credential. */
final class AuthPage extends Div {

  private final transient ApiDraft draft;
  private final transient EditorParts parts;
  private final Div page = Look.div("pb-tab-page pb-form-narrow");

  AuthPage(ApiDraft draft, EditorParts parts) {
    this.draft = draft;
    this.parts = parts;
    addClassName("pb-scroll");
    add(page);
    setEnabled(draft.mayEdit());
    show();
  }

  private void show() {
    page.removeAll();
    Auth auth = draft.api().auth();
    var kind = new Select<AuthKind>();
    kind.setLabel("Kind");
    kind.setItems(AuthKind.values());
    kind.setItemLabelGenerator(k -> k.title);
    kind.setValue(AuthKind.of(auth));
    kind.setWidthFull();
    kind.addValueChangeListener(event -> {
      set(event.getValue().with(null, draft.api().auth()));
      show();
    });
    Look.testId("auth-kind", kind);
    var form = Look.div("pb-form", kind);
    details(form, auth);
    page.add(form);
    if (auth.needsCredential()) {
      credential(auth);
    }
    page.add(
        new SchemeChoice(
            draft.api().securitySchemes(),
            auth,
            chosen -> {
              set(
                  chosen.withCredential(
                      AuthKind.of(chosen) == AuthKind.of(draft.api().auth())
                          ? draft.api().auth().credentialName().orElse(null)
                          : null));
              show();
            }));
  }

  private void details(Div form, Auth auth) {
    switch (auth) {
      case Auth.None _ ->
          form.add(Look.div("pb-hint", new Span("Calls are sent without a credential.")));
      case Auth.ApiKey key -> {
        var in = new Select<Auth.ApiKey.In>();
        in.setLabel("Sent in");
        in.setItems(Auth.ApiKey.In.values());
        in.setItemLabelGenerator(Auth.ApiKey.In::word);
        in.setValue(key.in());
        in.setWidth("140px");
        var name = new TextField("Under the name");
        name.setValue(key.name());
        name.addClassNames("pb-grow", "pb-mono-field");
        Look.testId("api-key-name", name);
        in.addValueChangeListener(event -> setKey(event.getValue(), name.getValue()));
        name.addValueChangeListener(event -> setKey(in.getValue(), event.getValue()));
        form.add(Look.div("pb-row pb-row-end", in, name));
      }
      case Auth.OAuth2ClientCredentials oauth -> {
        form.add(scopes(oauth));
      }
      default -> {}
    }
  }

  private Component scopes(Auth.OAuth2ClientCredentials oauth) {
    var described =
        SchemeChoice.clientCredentials(draft.api().securitySchemes())
            .map(OAuthFlow::scopes)
            .orElse(Map.of());
    var names = new LinkedHashSet<>(described.keySet());
    names.addAll(oauth.scopes());
    var scopes = new MultiSelectComboBox<String>("Scopes");
    scopes.setWidthFull();
    scopes.setAllowCustomValue(true);
    scopes.setItems(names);
    scopes.setItemLabelGenerator(name -> name);
    scopes.setValue(Set.copyOf(oauth.scopes()));
    scopes.setPlaceholder("The credential's own");
    scopes.setHelperText("Asked for in place of the credential's own.");
    scopes.addCustomValueSetListener(event -> {
      var chosen = new LinkedHashSet<>(scopes.getValue());
      names.add(event.getDetail().strip());
      chosen.add(event.getDetail().strip());
      scopes.setItems(names);
      scopes.setValue(chosen);
      setScopes(chosen);
    });
    scopes.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        setScopes(event.getValue());
      }
    });
    return scopes;
  }

  private void setScopes(Set<String> scopes) {
    set(
        new Auth.OAuth2ClientCredentials(
            draft.api().auth().credentialName().orElse(null), List.copyOf(scopes)));
  }

  private void setKey(Auth.ApiKey.In in, String name) {
    set(new Auth.ApiKey(draft.api().auth().credentialName().orElse(null), in, name.strip()));
  }

  private void credential(Auth auth) {
    CredentialKind kind = CredentialKind.of(AuthKind.of(auth).kind);
    List<CredentialView> fitting =
        parts.credentials().list(draft.visit().access(), null).stream()
            .filter(c -> c.settings().kind().equals(kind.kind()))
            .toList();
    var create = Look.testId("new-credential", Buttons.link("New credential", () -> openNew(kind)));
    page.add(Look.section("Credential", create));
    var chosen = new Select<CredentialView>();
    chosen.setAriaLabel("Credential");
    chosen.setWidthFull();
    chosen.setItems(fitting);
    chosen.setItemLabelGenerator(CredentialView::name);
    chosen.setPlaceholder(
        fitting.isEmpty() ? "None of this kind yet, make one" : "Choose a credential");
    Look.testId("credential", chosen);
    Optional<CredentialView> current =
        auth.credentialName()
            .flatMap(name -> fitting.stream().filter(c -> c.name().equals(name)).findFirst());
    current.ifPresent(chosen::setValue);
    chosen.addValueChangeListener(event -> choose(event.getValue()));
    page.add(chosen);
    auth.credentialName()
        .filter(name -> current.isEmpty())
        .ifPresent(name ->
            page.add(
                Look.div(
                    "pb-band error pb-spaced",
                    Icons.TRIANGLE_ALERT.create("pb-i14"),
                    Look.span(
                        "",
                        "There is no credential '%s' of this kind here. Calls fail until there is."
                            .formatted(name)))));
    current.ifPresent(view -> page.add(new CredentialCard(draft.visit(), view, parts, this::show)));
  }

  private void openNew(CredentialKind kind) {
    String proposal = draft.api().name().replaceAll("[^\\p{L}\\p{N} ._-]", "").strip();
    CredentialDialog dialog =
        CredentialDialog.createFor(
            parts.credentials(), draft.visit(), kind, proposal, this::choose);
    SchemeChoice.clientCredentials(draft.api().securitySchemes())
        .map(OAuthFlow::tokenUrl)
        .ifPresent(dialog::withTokenUrl);
    dialog.open();
  }

  private void choose(@Nullable CredentialView view) {
    Auth auth = draft.api().auth();
    set(AuthKind.of(auth).with(view == null ? null : view.name(), auth));
    show();
  }

  private void set(Auth auth) {
    draft.change(api -> api.withAuth(auth));
  }
}
