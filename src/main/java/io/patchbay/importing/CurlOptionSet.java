package io.patchbay.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of one part of a curl command; of those that stand once, the last one counts. */
final class CurlOptionSet {

  private final List<CurlOption> all;
  private final Map<String, CurlOption> last = new HashMap<>();

  CurlOptionSet(List<CurlOption> all) {
    this.all = List.copyOf(all);
    all.forEach(option -> last.put(option.name(), option));
  }

  List<CurlOption> all() {
    return all;
  }

  /** Whether the option is given, and not taken back by {@code --no-…}. */
  boolean has(String name) {
    CurlOption option = last.get(name);
    return option != null && option.on();
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(last.get(name)).map(CurlOption::text);
  }
}
