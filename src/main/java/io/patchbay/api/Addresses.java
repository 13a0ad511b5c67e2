package io.patchbay.api;

import java.util.Map;
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
}
