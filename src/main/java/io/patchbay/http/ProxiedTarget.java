package io.patchbay.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The egress guard for what a proxy is asked to connect to. The proxy looks the name up itself, so
 * this is the best that can be done from here: the proxy has to filter too.
 */
final class ProxiedTarget {

  private static final Set<String> INTERNAL =
      Set.of("localhost", "metadata", "metadata.google.internal", "instance-data");

  private ProxiedTarget() {}

  /** Why the proxy must not be asked; empty when it may. */
  static Optional<String> refusal(EgressPolicy policy, String host, int port) {
    var name = host.toLowerCase(Locale.ROOT);
    var plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    var addresses = addresses(plain);
    if (isInternal(plain) && addresses.isEmpty()) {
      addresses.add(InetAddress.getLoopbackAddress());
    }
    for (var address : addresses) {
      var refusal = policy.refusal(plain, new InetSocketAddress(address, port));
      if (refusal.isPresent()) {
        return Optional.of(
            refusal.get()
                + " A proxy does not change that; what a proxy may reach is for the proxy to filter as well.");
      }
    }
    return Optional.empty();
  }

  private static boolean isInternal(String name) {
    return INTERNAL.contains(name) || name.endsWith(".localhost");
  }

  /** What the name may mean to the proxy, in each way of reading it. */
  private static Set<InetAddress> addresses(String name) {
    var all = new LinkedHashSet<InetAddress>();
    looseAddress(name, true).ifPresent(all::add);
    looseAddress(name, false).ifPresent(all::add);
    try {
      all.addAll(List.of(InetAddress.getAllByName(name)));
    } catch (UnknownHostException _) {
      // the proxy may know more names than we do
    }
    return all;
  }

  /**
   * As inet_aton(3) reads addresses: one to four numbers, the last of which fills the rest.
   *
   * @param octal whether a number with a leading 0 is octal, on which libraries disagree
   */
  private static Optional<InetAddress> looseAddress(String text, boolean octal) {
    var parts = text.split("\\.", -1);
    if (parts.length > 4) {
      return Optional.empty();
    }
    var numbers = new ArrayList<Long>();
    for (var part : parts) {
      try {
        numbers.add(number(part, octal));
      } catch (NumberFormatException _) {
        return Optional.empty();
      }
    }
    long value = 0;
    for (int i = 0; i < numbers.size() - 1; i++) {
      if (numbers.get(i) > 255) {
        return Optional.empty();
      }
      value = (value << 8) | numbers.get(i);
    }
    var restBits = 8 * (4 - (numbers.size() - 1));
    if (numbers.getLast() >= 1L << restBits) {
      return Optional.empty();
    }
    value = (value << restBits) | numbers.getLast();
    return Optional.of(address(value));
  }

  private static long number(String part, boolean octal) {
    if (part.isEmpty() || part.startsWith("-") || part.startsWith("+")) {
      throw new NumberFormatException(part);
    }
    if (part.startsWith("0x")) {
      return Long.parseLong(part, 2, part.length(), 16);
    }
    return octal && part.length() > 1 && part.startsWith("0")
        ? Long.parseLong(part, 8)
        : Long.parseLong(part);
  }

  private static InetAddress address(long value) {
    try {
      return InetAddress.getByAddress(
          new byte[] {
            (byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value
          });
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four bytes are an address", e);
    }
  }
}
