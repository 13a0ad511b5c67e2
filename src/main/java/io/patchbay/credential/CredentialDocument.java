package io.patchbay.credential;

import io.patchbay.common.InvalidException;
import io.patchbay.common.InvalidException.Problem;
import io.patchbay.common.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the management API takes for a credential.
 *
 * @param secrets those that were given; a field that is not there keeps the stored one
 * @param removed the fields that are null: their stored secret goes
 * @param origins empty when the stored ones are to be kept
 */
record CredentialDocument(
    CredentialSettings settings,
    Secrets secrets,
    Set<String> removed,
    Optional<Set<Origin>> origins) {

  /** What a GET adds; a document that was read may be put again as it is. */
  private static final Set<String> READ_ONLY =
      Set.of(
          "name",
          "secretSet",
          "usedBy",
          "usedByFlows",
          "createdAt",
          "updatedAt",
          "updatedBy",
          "lastUsedAt",
          "lastFailedAt",
          "lastFailure");

  private static final Set<String> SECRET_FIELDS =
      Set.of(
          "password",
          "token",
          "value",
          "clientSecret",
          "privateKey",
          "secretAccessKey",
          "sessionToken",
          "secret");

  /** Whether a further value of an API key cannot have that name. */
  static boolean isTaken(String name) {
    return READ_ONLY.contains(name)
        || SECRET_FIELDS.contains(name)
        || List.of("kind", "values", "origins").contains(name);
  }

  /**
   * Reads the flat document.
   *
   * @throws InvalidException with all that is wrong
   */
  static CredentialDocument read(ObjectNode document) {
    var rest = document.deepCopy();
    rest.remove(READ_ONLY);
    var originsNode = Optional.ofNullable(rest.remove("origins"));
    if (!rest.path("kind").isString()) {
      throw new InvalidException(
          "kind", "Say the kind, such as basic, bearer, apiKey or oauth2ClientCredentials.");
    }
    var names = new LinkedHashSet<>(SECRET_FIELDS);
    if (rest.path("kind").stringValue().equals("apiKey")) {
      rest.path("values").forEach(name -> names.add(name.asString("")));
      names.removeAll(List.of("kind", "values"));
    }
    var given = rest.deepCopy().retain(names);
    rest.remove(names);
    var settings = Json.convert(rest, CredentialSettings.class);
    var problems = new ArrayList<Problem>(settings.problems());
    var secrets = secrets(settings, given, problems);
    var origins = originsNode.map(node -> origins(node, problems));
    if (!problems.isEmpty()) {
      throw new InvalidException(problems);
    }
    return new CredentialDocument(settings, secrets, removed(given), origins);
  }

  private static Set<String> removed(ObjectNode given) {
    var removed = new LinkedHashSet<String>();
    given
        .properties()
        .forEach(entry -> {
          if (entry.getValue().isNull()) {
            removed.add(entry.getKey());
          }
        });
    return removed;
  }

  private static Secrets secrets(
      CredentialSettings settings, ObjectNode given, List<Problem> problems) {
    var fields = new LinkedHashMap<String, SecretField>();
    settings.secrets().forEach(field -> fields.put(field.name(), field));
    var secrets = new LinkedHashMap<String, Secret>();
    given
        .properties()
        .forEach(entry -> {
          var name = entry.getKey();
          var field = fields.get(name);
          if (field == null) {
            problems.add(
                new Problem(
                    name,
                    "A credential of kind %s has no such field with these settings."
                        .formatted(settings.kind())));
          } else if (entry.getValue().isNull()) {
            requireOptional(field, problems);
          } else {
            secrets.put(name, secret(field, entry.getValue(), problems));
          }
        });
    return Secrets.of(secrets);
  }

  private static void requireOptional(SecretField field, List<Problem> problems) {
    if (field.required()) {
      problems.add(
          new Problem(
              field.name(),
              "It cannot be removed, the credential needs it; leave the field out to keep the stored one."));
    }
  }

  private static Secret secret(SecretField field, JsonNode node, List<Problem> problems) {
    var text = node.isString() ? node.stringValue() : "";
    if (text.isEmpty()) {
      problems.add(new Problem(field.name(), "Enter a text that is not empty."));
    } else if (text.chars().anyMatch(c -> isControl(c) && !(field.multiline() && isBreak(c)))) {
      problems.add(
          new Problem(field.name(), "It holds a line break or another control character."));
    }
    return Secret.of(text);
  }

  private static boolean isControl(int c) {
    return c < ' ' || c == 0x7f;
  }

  private static boolean isBreak(int c) {
    return c == '\n' || c == '\r' || c == '\t';
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
