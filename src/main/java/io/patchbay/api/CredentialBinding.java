package io.patchbay.api;

import io.patchbay.common.Access;
import io.patchbay.common.InvalidException;
import io.patchbay.credential.CredentialService;
import io.patchbay.credential.Origin;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Binds credentials that were never used to the servers of the APIs that name them. */
@Component
class CredentialBinding {

  private final CredentialService credentials;
  private final EnvironmentRepository environments;

  CredentialBinding(CredentialService credentials, EnvironmentRepository environments) {
    this.credentials = credentials;
    this.environments = environments;
  }

  /** All that the API names, each to where it is used. */
  void bind(Access access, Api api) {
    bind(access, api.auth().credentialName().orElse(null), Addresses.of(api));
    api.environments().forEach((name, override) -> bind(access, api, name, override));
  }

  /** The one that the API names for an environment, as soon as there is such an environment. */
  void bind(Access access, Api api, String environment, ApiEnvironment override) {
    if (override.credential() == null) {
      return;
    }
    String url = override.baseUrl() == null ? api.baseUrl() : override.baseUrl();
    environments
        .find(access.workspace(), environment)
        .map(found -> EffectiveApi.variables(api, override, found.variables()))
        .ifPresent(values -> bind(access, override.credential(), Addresses.fill(url, values)));
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
