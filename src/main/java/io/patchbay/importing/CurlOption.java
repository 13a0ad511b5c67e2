package io.patchbay.importing;

import org.jspecify.annotations.Nullable;

/**
 * One option of a call of curl.
 *
 * @param name the long name without dashes; {@code url} for an address
 * @param value absent for a flag
 * @param on false for a flag with {@code no-} in front
 */
record CurlOption(String name, @Nullable String value, boolean on) {

  String text() {
    return value == null ? "" : value;
  }

  /** Without the value: it may be a secret. */
  @Override
  public String toString() {
    return "CurlOption[--%s]".formatted(name);
  }
}
