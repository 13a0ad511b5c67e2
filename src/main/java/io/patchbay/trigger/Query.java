package io.patchbay.trigger;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code a=1&b=2}, in addresses and in forms. */
final class Query {

  private Query() {}

  /** Name to text, or to a list of texts where a name comes several times. */
  static Map<String, @Nullable Object> parse(@Nullable String text, Charset charset) {
    if (text == null || text.isEmpty()) {
      return Map.of();
    }
    var values = new LinkedHashMap<String, @Nullable Object>();
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals), charset);
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1), charset);
        values.merge(name, value, Query::together);
      }
    }
    return values;
  }

  private static Object together(Object before, Object value) {
    var list = new ArrayList<Object>(before instanceof List<?> many ? many : List.of(before));
    list.add(value);
    return list;
  }

  private static String decode(String text, Charset charset) {
    try {
      return URLDecoder.decode(text, charset);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
