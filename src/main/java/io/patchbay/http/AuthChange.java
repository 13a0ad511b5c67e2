package io.patchbay.http;

import io.patchbay.api.Customization;
import io.patchbay.credential.Auth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Authenticates with another credential, or by another kind of auth. */
record AuthChange(CustomizationPlace place, @Nullable String credential, @Nullable Auth auth)
    implements RequestChange {

  static AuthChange of(CustomizationPlace place, Customization.Credential credential) {
    var name = credential.credential();
    return new AuthChange(
        place, name == null || name.isBlank() ? null : name.strip(), credential.auth());
  }

  @Override
  public void apply(RequestDraft draft, Map<String, @Nullable Object> scope) {
    var call = draft.call();
    if (place.level() == Level.API && call.request().method().isWithoutAuth()) {
      return; // the method knows better than its API
    }
    var workspace = place.level().workspace(call.request());
    var kind = auth == null ? draft.auth() : auth;
    if (kind instanceof Auth.ClientCertificate only) {
      call.identity().shows(only.certificate(), workspace, place.origin());
    }
    if (auth == null && !kind.needsCredential()) {
      throw CallRefused.configuration(
          "API '%s' authenticates without a credential; choose how it is to be used, too."
              .formatted(call.request().api().name()));
    }
    var with = credential == null ? kind : kind.withCredential(credential);
    if (with.needsCredential() && with.credentialName().isEmpty()) {
      throw CallRefused.configuration("No credential is chosen.");
    }
    draft.authenticates(with, workspace, place.origin());
  }
}
