package io.patchbay.credential;

import io.patchbay.common.InvalidException;
import io.patchbay.common.InvalidException.Problem;
import io.patchbay.common.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the management API takes for a credential.
 *
 * @param secret empty when the stored one is to be kept
 * @param origins empty when the stored ones are to be kept
 */
record CredentialDocument(
    CredentialSettings settings, Optional<Secret> secret, Optional<Set<Origin>> origins) {

  /** What a GET adds; a document that was read may be put again as it is. */
  private static final Set<String> READ_ONLY =
      Set.of(
          "name",
          "secretSet",
          "usedBy",
          "createdAt",
          "updatedAt",
          "updatedBy",
          "lastUsedAt",
          "lastFailedAt",
          "lastFailure");

  private static final Set<String> SECRET_FIELDS =
      Set.of("password", "token", "value", "clientSecret");

  /**
   * Reads the flat document.
   *
   * @throws InvalidException with all that is wrong
   */
  static CredentialDocument read(ObjectNode document) {
    var rest = document.deepCopy();
    rest.remove(READ_ONLY);
    var originsNode = Optional.ofNullable(rest.remove("origins"));
    var secrets = rest.deepCopy().retain(SECRET_FIELDS);
    rest.remove(SECRET_FIELDS);
    if (!rest.path("kind").isString()) {
      throw new InvalidException(
          "kind", "Say the kind: basic, bearer, apiKey or oauth2ClientCredentials.");
    }
    var settings = Json.convert(rest, CredentialSettings.class);
    var problems = new ArrayList<Problem>(settings.problems());
    var secret = secret(settings, secrets, problems);
    var origins = originsNode.map(node -> origins(node, problems));
    if (!problems.isEmpty()) {
      throw new InvalidException(problems);
    }
    return new CredentialDocument(settings, secret, origins);
  }

  private static Optional<Secret> secret(
      CredentialSettings settings, ObjectNode secrets, List<Problem> problems) {
    for (var field : secrets.propertyNames()) {
      if (!field.equals(settings.secretField())) {
        problems.add(
            new Problem(
                field, "A credential of kind %s has no such field.".formatted(settings.kind())));
      }
    }
    var node = secrets.path(settings.secretField());
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    var text = node.isString() ? node.stringValue() : "";
    if (text.isEmpty()) {
      problems.add(new Problem(settings.secretField(), "Enter a text that is not empty."));
    } else if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      problems.add(
          new Problem(
              settings.secretField(), "It holds a line break or another control character."));
    }
    return Optional.of(Secret.of(text));
  }

  private static Set<Origin> origins(JsonNode node, List<Problem> problems) {
    var origins = new LinkedHashSet<Origin>();
    if (!node.isArray()) {
      problems.add(new Problem("origins", "Give a list of addresses."));
      return origins;
    }
    for (int i = 0; i < node.size(); i++) {
      try {
        origins.add(Origin.of(node.get(i).asString("")));
      } catch (InvalidException e) {
        problems.add(new Problem("origins[%d]".formatted(i), e.problems().getFirst().message()));
      }
    }
    return origins;
  }
}
