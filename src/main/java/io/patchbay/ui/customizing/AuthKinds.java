package io.patchbay.ui.customizing;

import io.patchbay.common.Json;
import io.patchbay.credential.Auth;
import io.patchbay.credential.CredentialView;

/** The kind of auth that a credential is made for. */
final class AuthKinds {

  private AuthKinds() {}

  /** With what is usual where the credential does not say; it names no credential itself. */
  static Auth of(CredentialView view) {
    return Json.convert(
        Json.MAPPER.createObjectNode().put("kind", view.settings().kind()), Auth.class);
  }
}
