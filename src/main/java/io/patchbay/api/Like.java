package io.patchbay.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Patterns of SQL's {@code like}. */
final class Like {

  private Like() {}

  /** Finds a text anywhere, in lower case; everything where it is absent. */
  static String pattern(@Nullable String q) {
    String text = q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
