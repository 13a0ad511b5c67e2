package io.patchbay.http;

import io.patchbay.credential.Origin;
import org.apache.hc.core5.http.HttpHost;

/**
 * Where a request goes, encoded, and the same as it may be shown.
 *
 * @param path path and query
 * @param shownPath path and query with secrets masked
 */
record Address(Origin origin, HttpHost host, String path, String shownPath) {

  static HttpHost hostOf(Origin origin) {
    var name = origin.host();
    var plain = name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
    return new HttpHost(origin.scheme(), plain, origin.port());
  }

  static Address of(Origin origin, String path) {
    return new Address(origin, hostOf(origin), path, path);
  }

  /** With a query parameter whose value is not shown. */
  Address withSecretQuery(String name, String value) {
    var start = (path.indexOf('?') < 0 ? "?" : "&") + PercentCode.encode(name) + "=";
    return new Address(
        origin,
        host,
        path + start + PercentCode.encode(value),
        shownPath + start + SentRequest.MASK);
  }

  String shown() {
    return origin + shownPath;
  }
}
