package io.patchbay.ui.refresh;

/** How often a source is looked at, in words. */
public final class WatchWords {

  private WatchWords() {}

  /** For example {@code every day}. */
  public static String every(int hours) {
    return switch (hours) {
      case 1 -> "every hour";
      case 24 -> "every day";
      case 168 -> "every week";
      default -> "every %d hours".formatted(hours);
    };
  }
}
