package io.patchbay.ui.importing;

import com.vaadin.flow.component.icon.SvgIcon;
import io.patchbay.importing.ImportIssue.Severity;
import io.patchbay.ui.shell.Icons;

/** How issues look: an icon and a colour for each severity, and its word. */
final class IssueLook {

  private IssueLook() {}

  static SvgIcon icon(Severity severity) {
    return switch (severity) {
      case LEFT_OUT -> Icons.CIRCLE_X.create("pb-i14", "pb-error-text");
      case CHANGED -> Icons.TRIANGLE_ALERT.create("pb-i14", "pb-warning-text");
      case NOTE -> Icons.INFO.create("pb-i14", "pb-text-3");
    };
  }

  /** For example {@code 3 changed}. */
  static String count(Severity severity, long count) {
    return switch (severity) {
      case LEFT_OUT -> count + " left out";
      case CHANGED -> count + " changed";
      case NOTE -> count == 1 ? "1 note" : count + " notes";
    };
  }

  /** The tone of a tag. */
  static String tone(Severity severity) {
    return switch (severity) {
      case LEFT_OUT -> "error";
      case CHANGED -> "warning";
      case NOTE -> "";
    };
  }
}
