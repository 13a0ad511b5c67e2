package io.patchbay.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts are called directly though there is a proxy, in the words of the environment variable
 * {@code NO_PROXY}: {@code *}, a name (and all below it), {@code .suffix}, {@code *.suffix}, an
 * address, a CIDR block, each with a {@code :port} if only that is meant.
 */
record NoProxy(List<Rule> rules) {

  static NoProxy of(String list) {
    return of(Arrays.asList(list.split("[,\\s]+")));
  }

  static NoProxy of(List<String> rules) {
    return new NoProxy(
        rules.stream().map(String::strip).filter(r -> !r.isEmpty()).map(Rule::of).toList());
  }

  /** Whether that host is called directly; no name server is asked. */
  boolean covers(String host, int port) {
    var plain = host.toLowerCase(Locale.ROOT);
    var name = plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    var address = literal(name);
    return rules.stream().anyMatch(rule -> rule.covers(name, address, port));
  }

  private static @Nullable InetAddress literal(String name) {
    var isLiteral =
        name.indexOf(':') >= 0 || name.chars().allMatch(c -> c == '.' || Character.isDigit(c));
    try {
      return isLiteral ? InetAddress.getByName(name) : null;
    } catch (UnknownHostException e) {
      return null;
    }
  }

  /**
   * One entry.
   *
   * @param name absent for a block; empty for any host
   * @param port 0 for any
   */
  record Rule(@Nullable String name, @Nullable AddressRange range, int port) {

    static Rule of(String text) {
      var rule = text.toLowerCase(Locale.ROOT);
      var port = 0;
      var colon = rule.lastIndexOf(':');
      var isPort =
          colon > 0
              && (rule.indexOf(':') == colon || rule.charAt(colon - 1) == ']')
              && rule.substring(colon + 1).matches("\\d{1,5}");
      if (isPort) {
        port = Integer.parseInt(rule.substring(colon + 1));
        rule = rule.substring(0, colon);
      }
      if (rule.startsWith("[") && rule.endsWith("]")) {
        rule = rule.substring(1, rule.length() - 1);
      }
      try {
        return new Rule(null, AddressRange.of(rule), port);
      } catch (IllegalArgumentException _) {
        return new Rule(rule.equals("*") ? "" : rule.replaceFirst("^\\*?\\.", ""), null, port);
      }
    }

    boolean covers(String host, @Nullable InetAddress address, int calledPort) {
      if (port != 0 && port != calledPort) {
        return false;
      }
      if (range != null) {
        return address != null && range.contains(address);
      }
      return name != null && (name.isEmpty() || host.equals(name) || host.endsWith("." + name));
    }
  }
}
