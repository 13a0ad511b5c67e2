package io.patchbay.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * What sort of an address it is, by the special-purpose registries of IANA and the metadata
 * addresses of cloud providers. The predicates of {@link InetAddress} miss half of them.
 *
 * @param name for messages
 * @param mayBeNamed whether a rule with a host name lifts the ban; others need the address itself
 */
record AddressClass(String name, boolean mayBeNamed) {

  private static final List<Entry> TABLE =
      List.of(
          entry("100.100.100.200", "cloud metadata", false),
          entry("168.63.129.16", "cloud metadata", false),
          entry("192.0.0.192", "cloud metadata", false),
          entry("169.254.0.0/16", "link-local, cloud metadata", false),
          entry("fd00:ec2::254", "cloud metadata", false),
          entry("fd20:ce::254", "cloud metadata", false),
          entry("127.0.0.0/8", "loopback", true),
          entry("10.0.0.0/8", "private", true),
          entry("172.16.0.0/12", "private", true),
          entry("192.168.0.0/16", "private", true),
          entry("100.64.0.0/10", "shared", true),
          entry("0.0.0.0/8", "this network", false),
          entry("192.0.0.0/24", "protocol assignments", false),
          entry("192.0.2.0/24", "documentation", false),
          entry("192.88.99.0/24", "6to4 relay", false),
          entry("198.18.0.0/15", "benchmarking", false),
          entry("198.51.100.0/24", "documentation", false),
          entry("203.0.113.0/24", "documentation", false),
          entry("224.0.0.0/4", "multicast", false),
          entry("240.0.0.0/4", "reserved", false),
          entry("::1", "loopback", true),
          entry("::", "unspecified", false),
          entry("fc00::/7", "private", true),
          entry("fe80::/10", "link-local", false),
          entry("fec0::/10", "site-local", false),
          entry("ff00::/8", "multicast", false),
          entry("64:ff9b:1::/48", "local translation", false),
          entry("100::/64", "discard", false),
          entry("2001:2::/48", "benchmarking", false),
          entry("2001:10::/28", "overlay", false),
          entry("2001:20::/28", "overlay", false),
          entry("2001:db8::/32", "documentation", false),
          entry("3fff::/20", "documentation", false),
          entry("5f00::/16", "segment routing", false));

  private static final AddressRange COMPATIBLE = AddressRange.of("::/96");
  private static final AddressRange TRANSLATED = AddressRange.of("::ffff:0:0:0/96");
  private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");
  private static final AddressRange SIX_TO_FOUR = AddressRange.of("2002::/16");
  private static final AddressRange TEREDO = AddressRange.of("2001::/32");

  /** The class of a special address; empty for one of the public internet. */
  static Optional<AddressClass> of(InetAddress address) {
    for (var entry : TABLE) {
      if (entry.range().contains(address)) {
        return Optional.of(entry.addressClass());
      }
    }
    return embedded(address)
        .flatMap(AddressClass::of)
        .map(inner -> new AddressClass(inner.name() + " within IPv6", false));
  }

  /** The IPv4 address that an IPv6 address leads to; Java unwraps {@code ::ffff:0:0/96} itself. */
  private static Optional<InetAddress> embedded(InetAddress address) {
    var raw = address.getAddress();
    if (COMPATIBLE.contains(address) || NAT64.contains(address) || TRANSLATED.contains(address)) {
      return v4(raw, 12, 0);
    }
    if (SIX_TO_FOUR.contains(address)) {
      return v4(raw, 2, 0);
    }
    return TEREDO.contains(address) ? v4(raw, 12, 0xff) : Optional.empty();
  }

  private static Optional<InetAddress> v4(byte[] raw, int offset, int mask) {
    var inner = new byte[4];
    for (int i = 0; i < inner.length; i++) {
      inner[i] = (byte) (raw[offset + i] ^ mask);
    }
    try {
      return Optional.of(InetAddress.getByAddress(inner));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four bytes are an address", e);
    }
  }

  private static Entry entry(String cidr, String name, boolean mayBeNamed) {
    return new Entry(AddressRange.of(cidr), new AddressClass(name, mayBeNamed));
  }

  private record Entry(AddressRange range, AddressClass addressClass) {}
}
