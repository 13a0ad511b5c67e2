package io.patchbay.schema;

/** Tells data that is written as base64 from other text, RFC 4648 section 4. */
final class EncodedText {

  /** Shorter texts are too often words or ids that only look so. */
  private static final int SHORTEST = 100;

  private EncodedText() {}

  static boolean isBase64(String text) {
    if (text.length() < SHORTEST || text.length() % 4 != 0) {
      return false;
    }
    int end =
        text.endsWith("==") ? text.length() - 2 : text.length() - (text.endsWith("=") ? 1 : 0);
    boolean upper = false;
    boolean lower = false;
    boolean beyondHex = false;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (!letter && !(c >= '0' && c <= '9') && c != '+' && c != '/') {
        return false;
      }
      upper |= c >= 'A' && c <= 'Z';
      lower |= c >= 'a' && c <= 'z';
      beyondHex |= letter && Character.digit(c, 16) < 0;
    }
    return upper && lower && beyondHex;
  }
}
