package io.patchbay.ui.designer.editing;

import io.patchbay.api.Customization;
import io.patchbay.flow.BodyStep;
import io.patchbay.flow.ClientCertificateStep;
import io.patchbay.flow.CredentialStep;
import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.HeadersStep;
import io.patchbay.flow.IdempotencyKeyStep;
import io.patchbay.flow.PolicyStep;
import io.patchbay.flow.QueryStep;
import io.patchbay.flow.ResponseStep;
import io.patchbay.flow.SignStep;

/** Customizations as nodes of a flow. */
public final class CustomizationSteps {

  private CustomizationSteps() {}

  /** The node that does what the customization says. */
  public static CustomizationStep of(String id, Customization customization) {
    return switch (customization) {
      case Customization.Headers c ->
          new HeadersStep(id, c.name(), c.set(), c.append(), c.remove());
      case Customization.Query c -> new QueryStep(id, c.name(), c.set(), c.append(), c.remove());
      case Customization.ClientCertificate c ->
          new ClientCertificateStep(id, c.name(), c.certificate());
      case Customization.Credential c -> new CredentialStep(id, c.name(), c.credential(), c.auth());
      case Customization.Body c -> new BodyStep(id, c.name(), c.value(), c.contentType());
      case Customization.Sign c -> new SignStep(id, c.name(), c.credential(), c.recipe());
      case Customization.Response c ->
          new ResponseStep(
              id, c.name(), c.when(), c.status(), c.set(), c.remove(), c.body(), c.fail());
      case Customization.Policy c -> new PolicyStep(id, c.name(), c.policies());
      case Customization.IdempotencyKey c ->
          new IdempotencyKeyStep(id, c.name(), c.header(), c.value());
    };
  }
}
