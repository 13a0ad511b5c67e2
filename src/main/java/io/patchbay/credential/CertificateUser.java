package io.patchbay.credential;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Something that refers to a certificate.
 *
 * @param name as in addresses: the slug of an API or flow, the name of a credential
 */
public record CertificateUser(Kind kind, String name) {

  /** What refers to certificates. */
  public enum Kind {
    API,
    CREDENTIAL,
    FLOW;

    /** The word in documents. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** For a message, for example {@code API 'orders'}. */
  @Override
  public String toString() {
    return "%s '%s'".formatted(kind == Kind.API ? "API" : kind.word(), name);
  }
}
