package io.patchbay.http;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Percent-encoding, RFC 3986 section 2. */
final class PercentCode {

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();
  private static final BitSet UNRESERVED =
      set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~");
  private static final BitSet IN_PATH =
      set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~%!$&'()*+,;=:@/?");

  private PercentCode() {}

  /** Encodes all but unreserved characters: the result is one value wherever it stands. */
  static String encode(String text) {
    return encode(text, UNRESERVED);
  }

  /** Encodes what cannot stand in a path or query; what is encoded already stays. */
  static String encodePath(String text) {
    return encode(text, IN_PATH);
  }

  private static String encode(String text, BitSet plain) {
    var length = text.length();
    for (int i = 0; i < length; i++) {
      if (!plain.get(text.charAt(i))) {
        return encode(text, plain, i);
      }
    }
    return text;
  }

  private static String encode(String text, BitSet plain, int start) {
    var encoded = new StringBuilder(text.length() + 16).append(text, 0, start);
    for (var b : text.substring(start).getBytes(StandardCharsets.UTF_8)) {
      if (b > 0 && plain.get(b)) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HEX[(b >> 4) & 0xf]).append(HEX[b & 0xf]);
      }
    }
    return encoded.toString();
  }

  private static BitSet set(String characters) {
    var set = new BitSet(128);
    characters.chars().forEach(set::set);
    return set;
  }
}
