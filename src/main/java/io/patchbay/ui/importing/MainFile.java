package io.patchbay.ui.importing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Guesses which of several files the others belong to. */
final class MainFile {

  private static final Pattern LIKELY =
      Pattern.compile("(^|[/._-])(openapi|swagger|api|root|index|main|collection)([._-]|$)");

  private MainFile() {}

  /** The likeliest: by its name, else the one that lies outermost. */
  static String of(List<String> names) {
    return names.stream()
        .min(
            Comparator.<String>comparingInt(
                    name -> LIKELY.matcher(name.toLowerCase(Locale.ROOT)).find() ? 0 : 1)
                .thenComparingLong(name -> name.chars().filter(c -> c == '/').count()))
        .orElse("");
  }
}
