package io.patchbay.ui.importing;

import io.patchbay.common.InvalidException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Headers as people write them: one a line, a colon after the name. */
final class HeaderLines {

  private HeaderLines() {}

  /**
   * The headers, in their order.
   *
   * @throws InvalidException naming a line that is none
   */
  static Map<String, String> read(String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      int colon = line.indexOf(':');
      if (colon <= 0) {
        throw new InvalidException(
            "headers", "'%s' is no header: write its name, a colon and its value.".formatted(line));
      }
      headers.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
    return headers;
  }
}
