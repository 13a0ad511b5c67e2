package io.patchbay.api;

import io.patchbay.common.InvalidException.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what is wrong with how an API connects: its TLS and its proxy. */
final class ConnectionCheck {

  private static final int PIN_BYTES = 32;
  private static final Set<String> VERSIONS = Set.of("TLSv1.2", "TLSv1.3");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._:-]*[A-Za-z0-9])?");

  private ConnectionCheck() {}

  static List<Problem> problems(Api api) {
    var problems = new ArrayList<Problem>();
    if (api.tls() != null) {
      tls(api.tls(), problems);
    }
    if (api.proxy() != null) {
      proxy(api.proxy(), problems);
    }
    return problems;
  }

  private static void tls(Tls tls, List<Problem> problems) {
    if (tls.onlyThese() && tls.authorities().isEmpty()) {
      problems.add(
          new Problem("tls.authorities", "Choose the authorities that alone are to be trusted."));
    }
    for (int i = 0; i < tls.pins().size(); i++) {
      if (!isPin(tls.pins().get(i))) {
        problems.add(
            new Problem(
                "tls.pins[" + i + "]",
                "'%s' is no pin: it is the SHA-256 of a public key in Base64, 44 characters."
                    .formatted(tls.pins().get(i))));
      }
    }
    if (tls.minVersion() != null && !VERSIONS.contains(tls.minVersion())) {
      problems.add(
          new Problem(
              "tls.minVersion",
              "'%s' is neither TLSv1.2 nor TLSv1.3.".formatted(tls.minVersion())));
    }
    if (tls.serverName() != null && !HOST.matcher(tls.serverName()).matches()) {
      problems.add(
          new Problem(
              "tls.serverName",
              "'%s' is no name of a server, such as api.example.com.".formatted(tls.serverName())));
    }
  }

  private static boolean isPin(String pin) {
    var plain = pin.startsWith("sha256/") ? pin.substring("sha256/".length()) : pin;
    try {
      return Base64.getDecoder().decode(plain.strip()).length == PIN_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void proxy(Proxy proxy, List<Problem> problems) {
    if (proxy.url().isEmpty()) {
      return;
    }
    try {
      var uri = new URI(proxy.url());
      if (uri.getRawUserInfo() != null) {
        problems.add(
            new Problem(
                "proxy.url",
                "Leave user and password out of the address; choose a credential for the proxy."));
      } else if (!"http".equalsIgnoreCase(uri.getScheme())
          || uri.getHost() == null
          || !(uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))) {
        problems.add(noProxy(proxy));
      }
    } catch (URISyntaxException e) {
      problems.add(noProxy(proxy));
    }
  }

  private static Problem noProxy(Proxy proxy) {
    return new Problem(
        "proxy.url",
        "'%s' is no address of a proxy; it looks like http://proxy.example.com:3128."
            .formatted(proxy.url()));
  }
}
