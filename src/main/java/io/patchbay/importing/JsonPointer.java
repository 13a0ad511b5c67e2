package io.patchbay.importing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The way that a reference's fragment names, RFC 6901 section 6. */
final class JsonPointer {

  private JsonPointer() {}

  /** The keys of a fragment such as {@code /paths/~1pets%2F%7Bid%7D/get}. */
  static List<String> segments(String fragment) {
    List<String> segments = new ArrayList<>();
    if (fragment.isEmpty() || fragment.equals("/")) {
      return segments;
    }
    for (String segment : fragment.substring(1).split("/", -1)) {
      segments.add(unescape(decode(segment)));
    }
    return segments;
  }

  /** Writes a key so that it can stand in a reference. */
  static String escape(String key) {
    return key.replace("~", "~0")
        .replace("/", "~1")
        .replace("%", "%25")
        .replace("#", "%23")
        .replace(" ", "%20");
  }

  static String unescape(String segment) {
    return segment.indexOf('~') < 0 ? segment : segment.replace("~1", "/").replace("~0", "~");
  }

  /** Percent-encoding undone; what is no percent-encoding stays. */
  static String decode(String segment) {
    if (segment.indexOf('%') < 0) {
      return segment;
    }
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return segment;
    }
  }
}
