package io.patchbay.importing;

import tools.jackson.databind.node.ObjectNode;

/**
 * A secret that stood in a source (a token in a cURL command, a password in a collection). It is
 * never part of the definition; it goes into the vault if the user says so, else it is dropped.
 *
 * @param name proposed for the credential
 * @param kind the kind of the credential, for example {@code bearer}
 * @param document as the vault takes it: kind, settings and secret
 */
public record CredentialDraft(String name, String kind, ObjectNode document) {

  /** Without the secret. */
  @Override
  public String toString() {
    return "CredentialDraft[name=%s, kind=%s]".formatted(name, kind);
  }
}
