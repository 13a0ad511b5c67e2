package io.patchbay.ui.customizing;

import com.vaadin.flow.component.Component;
import io.patchbay.api.Customization;
import io.patchbay.credential.CertificateService;
import io.patchbay.credential.CredentialService;
import io.patchbay.credential.SignRecipe;
import io.patchbay.http.SignaturePreview;
import io.patchbay.ui.shell.Times;
import java.util.Map;

/** The forms of all kinds of customizations, with what they choose from. */
@org.springframework.stereotype.Component
public class CustomizationForms {

  private final CredentialService credentials;
  private final CertificateService certificates;
  private final Times times;

  CustomizationForms(CredentialService credentials, CertificateService certificates, Times times) {
    this.certificates = certificates;
    this.times = times;
    this.credentials = credentials;
  }

  private SignaturePreview tried(SignRecipe recipe) {
    return SignaturePreview.of(recipe, "", Map.of(), times.now());
  }

  /** A form for this customization; it stays fit as long as the kind does. */
  public Component form(Edited<? extends Customization> edited) {
    return switch (edited.now()) {
      case Customization.Headers _ -> PairForms.headers(edited.as(Customization.Headers.class));
      case Customization.Query _ -> PairForms.query(edited.as(Customization.Query.class));
      case Customization.ClientCertificate _ ->
          new CertificateForm(edited.as(Customization.ClientCertificate.class), certificates);
      case Customization.Credential _ ->
          new CredentialForm(edited.as(Customization.Credential.class), credentials, this::tried);
      case Customization.Body _ -> BodyForm.of(edited.as(Customization.Body.class));
      case Customization.Sign _ ->
          new SignForm(edited.as(Customization.Sign.class), credentials, this::tried);
      case Customization.Response _ -> ResponseForm.of(edited.as(Customization.Response.class));
      case Customization.Policy _ -> PolicyForm.of(edited.as(Customization.Policy.class));
      case Customization.IdempotencyKey _ ->
          IdempotencyForm.of(edited.as(Customization.IdempotencyKey.class));
    };
  }
}
