package io.patchbay.ui.customizing;

import com.vaadin.flow.component.html.Div;
import io.patchbay.api.Customization;
import io.patchbay.credential.CredentialService;
import io.patchbay.credential.SignRecipe;
import io.patchbay.http.SignaturePreview;
import io.patchbay.ui.credentials.CredentialKind;
import io.patchbay.ui.signing.RecipeEditor;
import java.util.function.Function;

/** The form of a signature by a shared key: which key, and what is signed. */
final class SignForm extends Div {

  /**
   * The form.
   *
   * @param tried what a recipe makes of an example
   */
  SignForm(
      Edited<Customization.Sign> edited,
      CredentialService credentials,
      Function<SignRecipe, SignaturePreview> tried) {
    addClassName("pb-cz-form");
    var context = edited.fields();
    add(
        FormParts.field(
            context,
            "Key",
            "credential",
            new CredentialSelect(
                credentials,
                edited.visit(),
                context.readOnly(),
                CredentialKind.HMAC,
                view -> view.settings().kind().equals(CredentialKind.HMAC.kind()),
                edited.now().credential(),
                view ->
                    edited.change(
                        "credential",
                        sign ->
                            new Customization.Sign(
                                sign.name(), view == null ? null : view.name(), sign.recipe())))),
        new RecipeEditor(
            edited.now().recipe(),
            context.readOnly(),
            tried,
            recipe ->
                edited.change(
                    "recipe",
                    sign -> new Customization.Sign(sign.name(), sign.credential(), recipe))),
        context.line("recipe", () -> null),
        FormParts.hint("Signatures are made last, over the request as all else left it."));
  }
}
