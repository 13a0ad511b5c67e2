package io.patchbay.credential;

import io.patchbay.common.WorkspaceId;
import java.util.Set;
import java.util.UUID;

/**
 * A credential with its secret, as a call needs it. Never leaves the server.
 *
 * @param revision grows with each change of settings or secret
 * @param origins where the secret may be sent; empty until it is bound at first use
 */
public record Credential(
    UUID id,
    WorkspaceId workspace,
    String name,
    CredentialSettings settings,
    Secrets secrets,
    Set<Origin> origins,
    long revision) {

  public Credential {
    origins = Set.copyOf(origins);
  }

  /** The secret of that field. */
  public Secret secret(String field) {
    return secrets.get(field);
  }

  Credential withOrigins(Set<Origin> newOrigins) {
    return new Credential(id, workspace, name, settings, secrets, newOrigins, revision);
  }
}
