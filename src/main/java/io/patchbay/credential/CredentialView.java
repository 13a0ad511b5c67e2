package io.patchbay.credential;

import com.fasterxml.jackson.annotation.JsonValue;
import io.patchbay.common.Json;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A credential as people see it: all but the secret.
 *
 * @param origins where it may be sent, as {@code https://api.example.com}; empty until first use
 * @param usedBy the slugs of the APIs that refer to it
 * @param usedByFlows the slugs of the flows whose nodes name it, in their draft or live version
 * @param lastFailure what went wrong last; absent when nothing did
 */
public record CredentialView(
    UUID id,
    String name,
    CredentialSettings settings,
    List<String> origins,
    List<String> usedBy,
    List<String> usedByFlows,
    Instant createdAt,
    Instant updatedAt,
    String updatedBy,
    @Nullable Instant lastUsedAt,
    @Nullable Instant lastFailedAt,
    @Nullable String lastFailure) {

  /** All that refers to it, for a message such as {@code API 'orders', flow 'sync'}. */
  public List<String> users() {
    return Stream.concat(
            usedBy.stream().map("API '%s'"::formatted),
            usedByFlows.stream().map("flow '%s'"::formatted))
        .toList();
  }

  /** Whether its last use went wrong. */
  public boolean failing() {
    return lastFailedAt != null && (lastUsedAt == null || lastFailedAt.isAfter(lastUsedAt));
  }

  /** The flat document of the management API. */
  @JsonValue
  public ObjectNode document() {
    var document = Json.MAPPER.createObjectNode().put("name", name);
    document.setAll((ObjectNode) Json.toTree(settings));
    document.put("secretSet", true);
    document.set("origins", Json.toTree(origins));
    document.set("usedBy", Json.toTree(usedBy));
    document.set("usedByFlows", Json.toTree(usedByFlows));
    document.put("createdAt", createdAt.toString());
    document.put("updatedAt", updatedAt.toString());
    document.put("updatedBy", updatedBy);
    putIfPresent(document, "lastUsedAt", lastUsedAt);
    putIfPresent(document, "lastFailedAt", lastFailedAt);
    putIfPresent(document, "lastFailure", lastFailure);
    return document;
  }

  private static void putIfPresent(ObjectNode document, String field, @Nullable Object value) {
    if (value != null) {
      document.put(field, value.toString());
    }
  }
}
