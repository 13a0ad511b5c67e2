package io.patchbay.api;

import io.patchbay.common.Access;
import io.patchbay.common.InvalidException;
import io.patchbay.credential.CredentialService;
import io.patchbay.credential.Origin;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Binds credentials that were never used to the servers of the APIs that name them. */
@Component
class CredentialBinding {

  private final CredentialService credentials;

  CredentialBinding(CredentialService credentials) {
    this.credentials = credentials;
  }

  /** All that the API names, each to where it is used. */
  void bind(Access access, Api api) {
    bind(access, api.auth().credentialName().orElse(null), Addresses.of(api));
    api.environments().forEach((_, override) -> bind(access, api, override));
  }

  /** The one that the API names for an environment. */
  void bind(Access access, Api api, ApiEnvironment override) {
    String url = override.baseUrl() == null ? api.baseUrl() : override.baseUrl();
    bind(
        access,
        override.credential(),
        Addresses.fill(url, EffectiveApi.variables(api, override, Map.of())));
  }

  /** An address that has no value for a variable yet binds nothing. */
  void bind(Access access, @Nullable String credential, String address) {
    if (credential == null || !Addresses.names(address).isEmpty()) {
      return;
    }
    try {
      var _ = Origin.of(address);
    } catch (InvalidException e) {
      return;
    }
    credentials.bindOrigin(access, credential, URI.create(address.strip()));
  }
}
