package io.patchbay.ui.runs;

import com.vaadin.flow.component.html.Span;
import io.patchbay.ui.shell.Badges;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words about runs that several of their parts say. */
final class RunWords {

  private RunWords() {}

  /** Which version ran. */
  static Span version(@Nullable Integer version) {
    return version == null ? Badges.tag("line", "draft") : Badges.tag("", "v" + version);
  }

  static String capital(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).replace('_', ' ');
  }
}
