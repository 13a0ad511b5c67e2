package io.patchbay.importing;

import java.util.Optional;

/** The generations of OpenAPI, which name things differently. */
enum OpenApiVersion {
  V2,
  V3_0,
  V3_1,
  V3_2;

  /** The generation that a document says it is; nothing when none is known. */
  static Optional<OpenApiVersion> of(String said) {
    if (said.startsWith("2")) {
      return Optional.of(V2);
    }
    if (said.equals("3") || said.startsWith("3.0")) {
      return Optional.of(V3_0);
    }
    if (said.startsWith("3.1")) {
      return Optional.of(V3_1);
    }
    return said.startsWith("3.") ? Optional.of(V3_2) : Optional.empty();
  }

  boolean isV2() {
    return this == V2;
  }

  /** Whether schemas are JSON Schema 2020-12 and a reference may have siblings. */
  boolean hasFullSchemas() {
    return compareTo(V3_1) >= 0;
  }
}
