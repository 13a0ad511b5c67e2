package io.patchbay.ui.credentials;

import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the key file of a Google service account says.
 *
 * @param email the claim {@code iss}
 * @param privateKey the key as PEM
 * @param keyId empty when the file names none
 * @param tokenUrl empty when the file names none
 */
record ServiceAccount(String email, String privateKey, String keyId, String tokenUrl) {

  /** Reads a key file; empty when the text is something else. */
  static Optional<ServiceAccount> read(String text) {
    if (!text.stripLeading().startsWith("{") || !text.contains("service_account")) {
      return Optional.empty();
    }
    try {
      ObjectNode file = Json.readDocument(text, ObjectNode.class);
      if (!file.path("type").asString("").equals("service_account")) {
        return Optional.empty();
      }
      return Optional.of(
          new ServiceAccount(
              file.path("client_email").asString(""),
              file.path("private_key").asString(""),
              file.path("private_key_id").asString(""),
              file.path("token_uri").asString("")));
    } catch (InvalidException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "ServiceAccount[%s]".formatted(email);
  }
}
