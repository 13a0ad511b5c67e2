package io.patchbay.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Percent-encoding, RFC 3986 section 2. */
final class PercentCode {

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();
  private static final String PLAIN =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
  private static final BitSet UNRESERVED = set(PLAIN);
  private static final BitSet IN_PATH = set(PLAIN + "%!$&'()*+,;=:@/?");
  private static final BitSet RESERVED_IN_QUERY = set(PLAIN + "!$'()*,;=:@/?");
  private static final BitSet RESERVED_IN_PATH = set(PLAIN + "!$&'()*+,;=:@/");
  private static final BitSet IN_COOKIE = set(PLAIN + "!#$%&'()*+/:<=>?@[]^`{|}");

  private PercentCode() {}

  /** Encodes all but unreserved characters: the result is one value wherever it stands. */
  static String encode(String text) {
    return encode(text, UNRESERVED, false);
  }

  /** Encodes what cannot stand in a path or query; what is encoded already stays. */
  static String encodePath(String text) {
    return encode(text, IN_PATH, false);
  }

  /**
   * A query value that may hold reserved characters, and what is encoded already; those that would
   * end the value or mean a blank are encoded all the same (OpenAPI 3.1.1, appendix E).
   */
  static String encodeQueryReserved(String text) {
    return encode(text, RESERVED_IN_QUERY, true);
  }

  /** A path value that may hold reserved characters, and what is encoded already. */
  static String encodePathReserved(String text) {
    return encode(text, RESERVED_IN_PATH, true);
  }

  /** Encodes what cannot stand in a cookie's value (RFC 6265, section 4.1.1), and nothing else. */
  static String encodeCookie(String text) {
    return encode(text, IN_COOKIE, false);
  }

  /** The text without percent-encoding; what is no triple stays. A plus sign is one. */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (isTriple(bytes, i)) {
        decoded.write(Character.digit(bytes[i + 1], 16) * 16 + Character.digit(bytes[i + 2], 16));
        i += 2;
      } else {
        decoded.write(bytes[i]);
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  /** The text of a name or value in a query, where a plus sign is a blank. */
  static String decodeQuery(String text) {
    return decode(text.replace('+', ' '));
  }

  private static String encode(String text, BitSet plain, boolean keepsTriples) {
    var length = text.length();
    for (int i = 0; i < length; i++) {
      if (!plain.get(text.charAt(i))) {
        return encode(text, plain, keepsTriples, i);
      }
    }
    return text;
  }

  private static String encode(String text, BitSet plain, boolean keepsTriples, int start) {
    var encoded = new StringBuilder(text.length() + 16).append(text, 0, start);
    var bytes = text.substring(start).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      var b = bytes[i];
      if ((b > 0 && plain.get(b)) || (keepsTriples && isTriple(bytes, i))) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HEX[(b >> 4) & 0xf]).append(HEX[b & 0xf]);
      }
    }
    return encoded.toString();
  }

  private static boolean isTriple(byte[] bytes, int at) {
    return bytes[at] == '%'
        && at + 2 < bytes.length
        && Character.digit(bytes[at + 1], 16) >= 0
        && Character.digit(bytes[at + 2], 16) >= 0;
  }

  private static BitSet set(String characters) {
    var set = new BitSet(128);
    characters.chars().forEach(set::set);
    return set;
  }
}
