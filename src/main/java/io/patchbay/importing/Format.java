package io.patchbay.importing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a source is written in. */
public enum Format {
  /** To be found out from its content. */
  AUTO,
  /** Patchbay's own, {@code patchbay/api@1}. */
  PATCHBAY,
  /** OpenAPI 2.0 (Swagger), 3.0, 3.1 or 3.2, JSON or YAML. */
  OPENAPI,
  /** Postman collection 2.0 or 2.1. */
  POSTMAN,
  /** One or several cURL commands. */
  CURL,
  /** HTTP Archive 1.1 or 1.2, or a single request object of one. */
  HAR;

  /** The name in addresses and documents. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
