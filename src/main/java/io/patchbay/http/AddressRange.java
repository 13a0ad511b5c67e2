package io.patchbay.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A block of addresses in CIDR notation.
 *
 * @param bytes length of an address: 4 or 16
 * @param first the block's first address as a number
 * @param prefix number of leading bits that addresses of the block share
 */
record AddressRange(int bytes, BigInteger first, int prefix) {

  /**
   * Reads {@code 10.0.0.0/8}, {@code fc00::/7}, or one address.
   *
   * @throws IllegalArgumentException when it is neither
   */
  static AddressRange of(String cidr) {
    var slash = cidr.indexOf('/');
    var address = literal(slash < 0 ? cidr : cidr.substring(0, slash)).getAddress();
    var bits = address.length * 8;
    var prefix = slash < 0 ? bits : Integer.parseInt(cidr.substring(slash + 1));
    if (prefix < 0 || prefix > bits) {
      throw new IllegalArgumentException(cidr);
    }
    return new AddressRange(address.length, network(address, prefix), prefix);
  }

  /** In CIDR notation; one address without the prefix. */
  @Override
  public String toString() {
    var raw = new byte[bytes];
    var number = first.toByteArray();
    var length = Math.min(number.length, bytes);
    System.arraycopy(number, number.length - length, raw, bytes - length, length);
    try {
      var address = InetAddress.getByAddress(raw).getHostAddress();
      return prefix == bytes * 8 ? address : address + "/" + prefix;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four or sixteen bytes are an address", e);
    }
  }

  boolean contains(InetAddress address) {
    var raw = address.getAddress();
    return raw.length == bytes && network(raw, prefix).equals(first);
  }

  private static BigInteger network(byte[] address, int prefix) {
    var hostBits = address.length * 8 - prefix;
    return new BigInteger(1, address).shiftRight(hostBits).shiftLeft(hostBits);
  }

  /** Never asks a name server. */
  private static InetAddress literal(String text) {
    var v6 = text.indexOf(':') >= 0;
    if (!v6 && !text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))) {
      throw new IllegalArgumentException(text);
    }
    if (!v6 && text.chars().filter(c -> c == '.').count() != 3) {
      throw new IllegalArgumentException(text);
    }
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
