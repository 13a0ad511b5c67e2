package io.patchbay.api;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Base URLs with their variables filled in. */
final class Addresses {

  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}/]+)}");

  private Addresses() {}

  /** The API's base URL with its own variables. */
  static String of(Api api) {
    return fill(api.baseUrl(), api.variables());
  }

  /** The address with each {@code {name}} replaced; a name without a value stays as it is. */
  static String fill(String address, Map<String, String> variables) {
    return address.indexOf('{') < 0
        ? address
        : VARIABLE
            .matcher(address)
            .replaceAll(match ->
                Matcher.quoteReplacement(variables.getOrDefault(match.group(1), match.group())));
  }

  /** The names in braces in an address. */
  static Set<String> names(String address) {
    var names = new LinkedHashSet<String>();
    var matcher = VARIABLE.matcher(address);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /** What says to which server it leads: all before the path, variables not filled in. */
  static String server(String address) {
    int scheme = address.indexOf("://");
    int path = address.indexOf('/', scheme < 0 ? 0 : scheme + 3);
    return path < 0 ? address : address.substring(0, path);
  }
}
