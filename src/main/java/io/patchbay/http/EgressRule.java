package io.patchbay.http;

import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that calls may reach though it is not the public internet: a host name or a block of
 * addresses, and a port.
 *
 * @param host in lower case; absent when it is a block
 * @param range absent when it is a host name
 * @param port 0 for any
 */
record EgressRule(@Nullable String host, @Nullable AddressRange range, int port) {

  private static final Pattern HOST =
      Pattern.compile("[\\p{L}\\p{N}_]([\\p{L}\\p{N}._-]*[\\p{L}\\p{N}])?");

  /**
   * Reads {@code host:port}, {@code 10.1.0.0/16:port}, {@code [fd00::1]:port} or {@code
   * [fd00::/8]:port}; the port may be {@code *}.
   *
   * @throws IllegalArgumentException when it is none of these, with a sentence that says so
   */
  static EgressRule parse(String text) {
    var colon = text.lastIndexOf(':');
    var target = colon < 0 ? "" : text.substring(0, colon);
    try {
      var port = port(text.substring(colon + 1));
      if (target.startsWith("[") && target.endsWith("]")) {
        return new EgressRule(
            null, AddressRange.of(target.substring(1, target.length() - 1)), port);
      }
      if (target.isEmpty() || target.indexOf(':') >= 0) {
        throw new IllegalArgumentException(text);
      }
      var isRange =
          target.indexOf('/') >= 0
              || target.chars().allMatch(c -> c == '.' || Character.isDigit(c));
      if (!isRange && !HOST.matcher(target).matches()) {
        throw new IllegalArgumentException(text);
      }
      return isRange
          ? new EgressRule(null, AddressRange.of(target), port)
          : new EgressRule(target.toLowerCase(Locale.ROOT), null, port);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'%s' is no rule: write host:port, 10.1.0.0/16:port or [fd00::1]:port, with * for any port."
              .formatted(text),
          e);
    }
  }

  /** As it is written. */
  @Override
  public String toString() {
    var target =
        range == null
            ? String.valueOf(host)
            : range.bytes() == 16 ? "[" + range + "]" : range.toString();
    return target + ":" + (port == 0 ? "*" : port);
  }

  boolean allows(String calledHost, InetAddress address, int calledPort, boolean mayBeNamed) {
    if (port != 0 && port != calledPort) {
      return false;
    }
    return range != null ? range.contains(address) : mayBeNamed && calledHost.equals(host);
  }

  private static int port(String text) {
    if (text.equals("*")) {
      return 0;
    }
    var port = Integer.parseInt(text);
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException(text);
    }
    return port;
  }
}
