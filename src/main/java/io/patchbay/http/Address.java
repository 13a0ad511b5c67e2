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

  /** With a query parameter. */
  Address withQuery(String name, String value) {
    return withPair(name, PercentCode.encode(value), PercentCode.encode(value));
  }

  /** With a query parameter whose value is not shown. */
  Address withSecretQuery(String name, String value) {
    return withPair(name, PercentCode.encode(value), SentRequest.MASK);
  }

  private Address withPair(String name, String value, String shown) {
    var pair = PercentCode.encode(name) + "=";
    return new Address(
        origin,
        host,
        startPair(new StringBuilder(path)).append(pair).append(value).toString(),
        startPair(new StringBuilder(shownPath)).append(pair).append(shown).toString());
  }

  /** What is sent as header Host: the port only where it is not the scheme's usual one. */
  String hostHeader() {
    var text = origin.toString();
    return text.substring(text.indexOf("//") + 2);
  }

  /** Appends what stands before a query parameter, after others or as the first. */
  static StringBuilder startPair(StringBuilder address) {
    var question = address.indexOf("?");
    var last = address.charAt(address.length() - 1);
    return question < 0
        ? address.append('?')
        : last == '?' || last == '&' ? address : address.append('&');
  }

  String shown() {
    return origin + shownPath;
  }
}
