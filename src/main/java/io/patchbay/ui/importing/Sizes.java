package io.patchbay.ui.importing;

import java.util.Locale;

/** Sizes of files for people. */
final class Sizes {

  private static final long KILO = 1_000;
  private static final long MEGA = KILO * KILO;

  private Sizes() {}

  /** For example {@code 812 bytes}, {@code 41 kB}, {@code 11.9 MB}. */
  static String of(long bytes) {
    if (bytes < KILO) {
      return bytes == 1 ? "1 byte" : bytes + " bytes";
    }
    if (bytes < MEGA) {
      return bytes / KILO + " kB";
    }
    return String.format(Locale.ROOT, "%.1f MB", (double) bytes / MEGA);
  }
}
