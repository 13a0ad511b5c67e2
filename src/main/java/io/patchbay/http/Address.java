package io.patchbay.http;

import io.patchbay.credential.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.HttpHost;

/**
 * Where a request goes, encoded, and the same as it may be shown.
 *
 * @param path path and query
 * @param shownPath path and query with secrets masked
 * @param queryOrigins where query parameters come from, by name, as in {@link SentRequest.Query};
 *     those of the method itself are not in it
 */
record Address(
    Origin origin, HttpHost host, String path, String shownPath, Map<String, String> queryOrigins) {

  Address(Origin origin, HttpHost host, String path, String shownPath) {
    this(origin, host, path, shownPath, Map.of());
  }

  static HttpHost hostOf(Origin origin) {
    var name = origin.host();
    var plain = name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
    return new HttpHost(origin.scheme(), plain, origin.port());
  }

  static Address of(Origin origin, String path) {
    return new Address(origin, hostOf(origin), path, path);
  }

  /**
   * With a further query parameter.
   *
   * @param from where it comes from, as in {@link SentRequest.Query}
   */
  Address withQuery(String name, String value, String from) {
    return withPair(name, PercentCode.encode(value), PercentCode.encode(value), from);
  }

  /** With a further query parameter whose value is not shown. */
  Address withSecretQuery(String name, String value, String from) {
    return withPair(name, PercentCode.encode(value), SentRequest.MASK, from);
  }

  private Address withPair(String name, String value, String shown, String from) {
    var pair = PercentCode.encode(name) + "=";
    return new Address(
        origin,
        host,
        startPair(new StringBuilder(path)).append(pair).append(value).toString(),
        startPair(new StringBuilder(shownPath)).append(pair).append(shown).toString(),
        origins(name, from));
  }

  /** What is sent as header Host: the port only where it is not the scheme's usual one. */
  String hostHeader() {
    var text = origin.toString();
    return text.substring(text.indexOf("//") + 2);
  }

  /** Without the query parameters of that name. */
  Address withoutQuery(String name) {
    return new Address(
        origin,
        host,
        QueryText.without(path, name),
        QueryText.without(shownPath, name),
        queryOrigins);
  }

  /**
   * With these values in place of all that the query parameter has.
   *
   * @param from where they come from, as in {@link SentRequest.Query}
   */
  Address withQuery(String name, List<String> values, String from) {
    var pairs = pairs(name, values);
    return new Address(
        origin,
        host,
        QueryText.with(path, name, pairs),
        QueryText.with(shownPath, name, pairs),
        origins(name, from));
  }

  /** With these values after all others. */
  Address andQuery(String name, List<String> values, String from) {
    var pairs = pairs(name, values);
    return new Address(
        origin,
        host,
        QueryText.and(path, pairs),
        QueryText.and(shownPath, pairs),
        origins(name, from));
  }

  /** Whether a credential stands in the query. */
  boolean hasCredential() {
    return queryOrigins.containsValue(Authenticate.ORIGIN);
  }

  /** Without what a credential put into the query. */
  Address withoutCredential() {
    var bare = this;
    for (var name : credentialNames()) {
      bare = bare.withoutQuery(name);
    }
    return bare;
  }

  /** With what {@link #withoutCredential} took from another address. */
  Address withCredentialOf(Address other) {
    var names = other.credentialNames();
    return new Address(
        origin,
        host,
        QueryText.and(path, named(other.path, names)),
        QueryText.and(shownPath, named(other.shownPath, names)),
        queryOrigins);
  }

  private List<String> credentialNames() {
    return queryOrigins.entrySet().stream()
        .filter(entry -> entry.getValue().equals(Authenticate.ORIGIN))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> named(String pathAndQuery, List<String> names) {
    return QueryText.pairs(pathAndQuery).stream()
        .filter(pair -> names.contains(QueryText.nameOf(pair)))
        .toList();
  }

  private Map<String, String> origins(String name, String from) {
    var origins = new HashMap<>(queryOrigins);
    origins.put(name, from);
    return Map.copyOf(origins);
  }

  private static List<String> pairs(String name, List<String> values) {
    var encoded = PercentCode.encode(name) + "=";
    return values.stream().map(value -> encoded + PercentCode.encode(value)).toList();
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
