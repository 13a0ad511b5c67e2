package io.patchbay.credential;

import io.patchbay.common.InvalidException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a secret may be sent: scheme, host and port of an address (RFC 6454).
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case; an IPv6 address in its brackets
 * @param port always the real one
 */
public record Origin(String scheme, String host, int port) {

  /**
   * The origin of an absolute http or https address.
   *
   * @throws InvalidException when it is none
   */
  public static Origin of(String address) {
    try {
      return of(new URI(address.strip()));
    } catch (URISyntaxException e) {
      throw invalid(address);
    }
  }

  /**
   * The origin of an absolute http or https address.
   *
   * @throws InvalidException when it is none
   */
  public static Origin of(URI address) {
    var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    var host = address.getHost();
    if (host == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw invalid(address.toString());
    }
    return new Origin(
        scheme,
        host.toLowerCase(Locale.ROOT),
        address.getPort() < 0 ? usualPort(scheme) : address.getPort());
  }

  private static InvalidException invalid(String address) {
    return new InvalidException(
        "",
        "'%s' is no absolute http or https address, such as https://api.example.com."
            .formatted(address));
  }

  private static int usualPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  /** As browsers write it: the port only where it is not the scheme's usual one. */
  @Override
  public String toString() {
    return port == usualPort(scheme) ? scheme + "://" + host : scheme + "://" + host + ":" + port;
  }
}
