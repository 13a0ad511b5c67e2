package io.patchbay.ui.sharing;

import io.patchbay.api.ShareTerms;
import io.patchbay.api.Verb;
import java.util.Comparator;
import java.util.stream.Collectors;

/** The terms of a share in words. */
final class ShareWords {

  private static final int FEW = 3;

  private ShareWords() {}

  /** What may be called, for example {@code GET and POST} or {@code 4 methods}. */
  static String limits(ShareTerms terms) {
    if (!terms.methods().isEmpty()) {
      return terms.methods().size() <= FEW
          ? terms.methods().stream().sorted().collect(Collectors.joining(", "))
          : terms.methods().size() + " methods";
    }
    return terms.verbs().isEmpty()
        ? "all methods"
        : terms.verbs().stream()
                .sorted(Comparator.naturalOrder())
                .map(Verb::name)
                .collect(Collectors.joining(", "))
            + " only";
  }
}
