package io.patchbay.importing;

/** JSON with variables that stand where a value should be: {@code {"id": {{id}}}}. */
final class BarePlaces {

  private BarePlaces() {}

  /** With quotes around those that stand outside of a text. */
  static String quoted(String json) {
    var out = new StringBuilder();
    boolean inText = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '\\' && inText) {
        out.append(c);
        if (++i < json.length()) {
          out.append(json.charAt(i));
        }
      } else if (c == '"') {
        inText = !inText;
        out.append(c);
      } else if (c == '{' && !inText && json.startsWith("{{", i)) {
        int close = json.indexOf("}}", i);
        int end = close < 0 || close - i > 200 ? -1 : close + 2;
        if (end < 0) {
          out.append(c);
        } else {
          out.append('"').append(json, i, end).append('"');
          i = end - 1;
        }
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
