package io.patchbay.credential;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import io.patchbay.common.Json;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The secrets of a credential by the name of their field; printing them says nothing. */
@JsonIgnoreType
public final class Secrets {

  public static final Secrets NONE = new Secrets(Map.of());

  /** Leads the stored form of several fields; the text of a single secret holds no such byte. */
  private static final byte FIELDS = 1;

  private final Map<String, Secret> byField;

  private Secrets(Map<String, Secret> byField) {
    this.byField = byField;
  }

  /** These very fields. */
  public static Secrets of(Map<String, Secret> byField) {
    return new Secrets(new LinkedHashMap<>(byField));
  }

  /** One field. */
  public static Secrets of(String field, Secret secret) {
    return of(Map.of(field, secret));
  }

  /** The secret of a field; empty when none is stored. */
  public Optional<Secret> find(String field) {
    return Optional.ofNullable(byField.get(field));
  }

  /**
   * The secret of a field that the kind cannot do without.
   *
   * @throws IllegalStateException when none is stored
   */
  public Secret get(String field) {
    return find(field)
        .orElseThrow(() -> new IllegalStateException("No secret '%s' is stored".formatted(field)));
  }

  public Set<String> fields() {
    return byField.keySet();
  }

  public Collection<Secret> all() {
    return byField.values();
  }

  public boolean isEmpty() {
    return byField.isEmpty();
  }

  /**
   * These, where {@code below} has those that are missing here, limited to the fields of a kind.
   */
  Secrets over(Secrets below, CredentialSettings settings) {
    var all = new LinkedHashMap<String, Secret>();
    for (var field : settings.secrets()) {
      find(field.name())
          .or(() -> below.find(field.name()))
          .ifPresent(secret -> all.put(field.name(), secret));
    }
    return new Secrets(all);
  }

  /** These but some fields. */
  Secrets without(Set<String> fields) {
    var rest = new LinkedHashMap<>(byField);
    rest.keySet().removeAll(fields);
    return new Secrets(rest);
  }

  /** What is encrypted and stored. */
  byte[] stored() {
    var texts = new LinkedHashMap<String, String>();
    byField.forEach((field, secret) -> texts.put(field, secret.reveal()));
    var json = Json.write(texts).getBytes(StandardCharsets.UTF_8);
    var stored = new byte[json.length + 1];
    stored[0] = FIELDS;
    System.arraycopy(json, 0, stored, 1, json.length);
    return stored;
  }

  /**
   * Reads what {@link #stored} made, and the bare text of earlier versions.
   *
   * @param only the field of a bare text
   */
  static Secrets read(byte[] stored, String only) {
    if (stored.length == 0 || stored[0] != FIELDS) {
      return of(only, Secret.of(new String(stored, StandardCharsets.UTF_8)));
    }
    var json = new String(stored, 1, stored.length - 1, StandardCharsets.UTF_8);
    var all = new LinkedHashMap<String, Secret>();
    Json.readDocument(json, ObjectNode.class)
        .properties()
        .forEach(field -> all.put(field.getKey(), Secret.of(field.getValue().stringValue())));
    return new Secrets(all);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secrets secrets && secrets.byField.equals(byField);
  }

  @Override
  public int hashCode() {
    return byField.hashCode();
  }

  @Override
  public String toString() {
    return byField.keySet().toString();
  }
}
