package io.patchbay.ui.apis;

import java.util.Locale;

/** Sizes as people read them. */
final class Sizes {

  private static final int KILO = 1_000;

  private Sizes() {}

  /** For example {@code 1.3 kB}. */
  static String of(long bytes) {
    if (bytes < KILO) {
      return bytes + " B";
    }
    return bytes < (long) KILO * KILO
        ? String.format(Locale.ROOT, "%.1f kB", bytes / (double) KILO)
        : String.format(Locale.ROOT, "%.1f MB", bytes / (double) KILO / KILO);
  }
}
