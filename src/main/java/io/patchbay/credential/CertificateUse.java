package io.patchbay.credential;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a certificate is for. */
public enum CertificateUse {
  /** It is shown to servers that ask who calls; it has its private key. */
  CLIENT,
  /** Servers whose certificates it signed are trusted. */
  AUTHORITY;

  /** The word in documents. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
