package io.patchbay.http;

import io.patchbay.common.InvalidException;
import io.patchbay.credential.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where a {@code Location} leads, seen from the address that answered with it. */
final class RedirectTarget {

  private static final int LONGEST_SCHEME = 5;

  private RedirectTarget() {}

  /** The address without its fragment; empty when it is none that can be called. */
  static Optional<Address> of(Address from, String location) {
    try {
      var base = new URI(from.origin() + from.path());
      var target = base.resolve(new URI(encoded(location)));
      var path = rooted(target.getRawPath() == null ? "" : target.getRawPath());
      var query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
      return Optional.of(Address.of(Origin.of(target), path + query));
    } catch (URISyntaxException | IllegalArgumentException | InvalidException _) {
      return Optional.empty();
    }
  }

  /** Without its fragment, and fit for {@link URI} even if nobody encoded it. */
  static String encoded(String location) {
    var hash = location.indexOf('#');
    var address = hash < 0 ? location : location.substring(0, hash);
    var scheme = address.indexOf("://");
    if (scheme < 0 || scheme > LONGEST_SCHEME) {
      return PercentCode.encodePath(address);
    }
    var pathStart = address.indexOf('/', scheme + 3);
    return pathStart < 0
        ? address
        : address.substring(0, pathStart) + PercentCode.encodePath(address.substring(pathStart));
  }

  /** {@link URI} leaves steps above the root, which RFC 3986 removes. */
  private static String rooted(String path) {
    var rest = path;
    while (rest.startsWith("/../")) {
      rest = rest.substring(3);
    }
    return rest.isEmpty() ? "/" : rest;
  }
}
