package io.patchbay.ui.customizing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.api.Customization;
import io.patchbay.credential.CredentialService;
import io.patchbay.credential.SignRecipe;
import io.patchbay.ui.credentials.CredentialKind;
import io.patchbay.ui.shell.Look;
import java.util.function.UnaryOperator;

/** The form of a signature by a shared key. */
final class SignForm extends Div {

  private final Edited<Customization.Sign> edited;

  SignForm(Edited<Customization.Sign> edited, CredentialService credentials) {
    this.edited = edited;
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
        FormParts.text(
            context,
            "Text that is signed",
            "recipe.text",
            "{{ request.body }}",
            () -> edited.now().recipe().text(),
            text -> recipe(r -> with(r, text == null ? "" : text, r.name()))),
        FormParts.field(context, "Header that carries it", "recipe.name", name()));
  }

  private TextField name() {
    var field = new TextField();
    field.setValue(edited.now().recipe().name());
    field.setPlaceholder("X-Signature");
    field.setAriaLabel("Header that carries the signature");
    field.setReadOnly(edited.fields().readOnly());
    field.addClassName("pb-mono-field");
    field.setWidthFull();
    field.addValueChangeListener(
        event -> recipe(recipe -> with(recipe, recipe.text(), event.getValue())));
    return Look.testId("cz-sign-name", field);
  }

  private void recipe(UnaryOperator<SignRecipe> change) {
    edited.change(
        "recipe",
        sign ->
            new Customization.Sign(sign.name(), sign.credential(), change.apply(sign.recipe())));
  }

  private static SignRecipe with(SignRecipe recipe, String text, String name) {
    return new SignRecipe(
        recipe.algorithm(),
        recipe.key(),
        text,
        recipe.encoding(),
        recipe.in(),
        name,
        recipe.value(),
        recipe.headers(),
        recipe.query());
  }
}
