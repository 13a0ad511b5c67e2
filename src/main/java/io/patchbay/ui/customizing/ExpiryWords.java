package io.patchbay.ui.customizing;

/** How long a certificate is good, in words. */
public final class ExpiryWords {

  private ExpiryWords() {}

  /** From the days that are left; negative ones are over. */
  public static String of(long days) {
    if (days < 0) {
      return "expired";
    }
    if (days == 0) {
      return "expires today";
    }
    return days == 1 ? "expires tomorrow" : "expires in %,d days".formatted(days);
  }
}
