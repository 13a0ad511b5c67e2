package io.patchbay.http;

import io.patchbay.common.StartUpRefused;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * The proxy of the whole server, for calls of APIs that name none, token requests and imports.
 *
 * @param via absent when there is none
 */
record ServerProxy(@Nullable Via via, NoProxy noProxy) {

  /** There is none. */
  static final ServerProxy NONE = new ServerProxy(null, new NoProxy(List.of()));

  /**
   * @param url {@code http://host:port}, with {@code user:password@} if it wants a sign-in; blank
   *     for none
   * @throws StartUpRefused when it is none
   */
  static ServerProxy of(String url, String noProxy) {
    if (url.isBlank()) {
      return NONE;
    }
    try {
      var uri = new URI(url.strip());
      var user = uri.getRawUserInfo();
      return new ServerProxy(
          new Via(host(uri), user == null ? null : authorization(user)), NoProxy.of(noProxy));
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new StartUpRefused(
          "PATCHBAY_PROXY is no address of a proxy; write http://host:port or http://user:password@host:port.");
    }
  }

  /** The proxy, if that host is called through it. */
  @Nullable Via way(HttpHost target) {
    return via == null || noProxy.covers(target.getHostName(), target.getPort()) ? null : via;
  }

  /**
   * The host of a proxy's address.
   *
   * @throws IllegalArgumentException when it is none
   */
  static HttpHost host(URI uri) {
    var host = uri.getHost();
    if (!"http".equalsIgnoreCase(uri.getScheme()) || host == null) {
      throw new IllegalArgumentException("no http proxy");
    }
    var plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return new HttpHost("http", plain, uri.getPort() < 0 ? 80 : uri.getPort());
  }

  private static String authorization(String rawUserInfo) {
    var decoded = new StringBuilder();
    var colon = rawUserInfo.indexOf(':');
    decoded.append(decode(colon < 0 ? rawUserInfo : rawUserInfo.substring(0, colon)));
    decoded.append(':').append(colon < 0 ? "" : decode(rawUserInfo.substring(colon + 1)));
    return basic(decoded.toString());
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** RFC 7617. */
  static String basic(String userAndPassword) {
    return "Basic "
        + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
  }
}
