package io.patchbay.ui.customizing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.patchbay.api.Customization;
import io.patchbay.credential.Auth;
import io.patchbay.credential.CredentialService;
import io.patchbay.credential.CredentialView;
import io.patchbay.credential.SignRecipe;
import io.patchbay.http.SignaturePreview;
import io.patchbay.ui.apis.ApiKeyForm;
import io.patchbay.ui.apis.AwsForm;
import io.patchbay.ui.credentials.CredentialKind;
import io.patchbay.ui.shell.Look;
import io.patchbay.ui.signing.RecipeEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The form of another credential, and of another kind of auth where it is not the API's own. */
final class CredentialForm extends Div {

  /** How calls authenticate with it. */
  private enum As {
    API("As the API does"),
    KIND("As the credential is made for"),
    NONE("Without authentication");

    private final String words;

    As(String words) {
      this.words = words;
    }
  }

  private final Edited<Customization.Credential> edited;
  private final CredentialService credentials;
  private final Function<SignRecipe, SignaturePreview> tried;
  private final Div details = Look.div("pb-cz-auth");
  private final Select<As> kind = new Select<>();

  /**
   * The form.
   *
   * @param tried what a signature recipe makes of an example
   */
  CredentialForm(
      Edited<Customization.Credential> edited,
      CredentialService credentials,
      Function<SignRecipe, SignaturePreview> tried) {
    this.edited = edited;
    this.tried = tried;
    this.credentials = credentials;
    addClassName("pb-cz-form");
    var context = edited.fields();
    var select =
        new CredentialSelect(
            credentials,
            edited.visit(),
            context.readOnly(),
            CredentialKind.BEARER,
            view -> true,
            edited.now().credential(),
            this::choose);
    kind.setAriaLabel("How calls authenticate");
    kind.setWidthFull();
    kind.setReadOnly(context.readOnly());
    kind.setItemLabelGenerator(this::words);
    Look.testId("cz-auth", kind);
    showKinds();
    kind.addValueChangeListener(event -> {
      if (event.isFromClient()) {
        take(event.getValue());
      }
    });
    add(
        FormParts.field(context, "Credential", "credential", select),
        FormParts.field(context, "Authenticate", "auth", kind),
        details,
        FormParts.hint("A credential is only ever sent to the servers that it is bound to."));
  }

  private void showKinds() {
    Auth auth = edited.now().auth();
    List<As> offered = new ArrayList<>(List.of(As.API));
    if (chosen().isPresent()) {
      offered.add(As.KIND);
    }
    offered.add(As.NONE);
    kind.setItems(offered);
    kind.setValue(auth == null ? As.API : auth instanceof Auth.None ? As.NONE : offered.get(1));
    showDetails(auth);
  }

  /** What the kind needs to be told beside the credential. */
  private void showDetails(@Nullable Auth auth) {
    details.removeAll();
    switch (auth) {
      case Auth.ApiKey key -> details.add(new ApiKeyForm(key, this::setAuth));
      case Auth.AwsSigV4 aws -> details.add(new AwsForm(aws, "", this::setAuth));
      case Auth.Hmac hmac ->
          details.add(
              new RecipeEditor(
                  hmac.recipe(),
                  edited.fields().readOnly(),
                  tried,
                  recipe -> setAuth(new Auth.Hmac(null, recipe))));
      case null, default -> {}
    }
    details.setVisible(details.getComponentCount() > 0);
    details.setEnabled(!edited.fields().readOnly());
  }

  private void setAuth(@Nullable Auth auth) {
    edited.change("auth", now -> new Customization.Credential(now.name(), now.credential(), auth));
  }

  private String words(As as) {
    return as == As.KIND
        ? chosen().map(view -> CredentialKind.of(view.settings().kind()).title()).orElse(as.words)
        : as.words;
  }

  private Optional<CredentialView> chosen() {
    String name = edited.now().credential();
    return credentials.list(edited.visit().access(), null).stream()
        .filter(view -> view.name().equals(name))
        .findFirst();
  }

  private void choose(@Nullable CredentialView view) {
    edited.change(
        "credential",
        now ->
            new Customization.Credential(
                now.name(), view == null ? null : view.name(), auth(now.auth(), view)));
    showKinds();
  }

  /** The kind of auth stays where the credential can do it. */
  private static @Nullable Auth auth(@Nullable Auth before, @Nullable CredentialView view) {
    if (before == null || view == null || before.fits(view.settings())) {
      return before;
    }
    return AuthKinds.of(view);
  }

  private void take(As as) {
    Auth auth =
        switch (as) {
          case API -> null;
          case KIND -> chosen().map(AuthKinds::of).orElse(null);
          case NONE -> new Auth.None();
        };
    setAuth(auth);
    showDetails(auth);
  }
}
