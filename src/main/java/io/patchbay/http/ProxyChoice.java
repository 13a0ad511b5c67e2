package io.patchbay.http;

import io.patchbay.api.Proxy;
import io.patchbay.common.Failure;
import io.patchbay.credential.Credential;
import io.patchbay.credential.CredentialSettings;
import io.patchbay.credential.CredentialStore;
import io.patchbay.credential.Origin;
import java.net.URI;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Chooses the proxy of a call: the API's, else the server's, unless the host is called directly.
 */
@Component
class ProxyChoice {

  private final ServerProxy server;
  private final CredentialStore credentials;
  private final LiveSecrets secrets;

  ProxyChoice(ServerProxy server, CredentialStore credentials, LiveSecrets secrets) {
    this.server = server;
    this.credentials = credentials;
    this.secrets = secrets;
  }

  /**
   * What was chosen.
   *
   * @param via absent to go directly
   * @param user who signs in at the proxy; absent for nobody, or for the server itself
   */
  record Chosen(@Nullable Via via, @Nullable String user) {}

  /** The server's proxy, if that host is called through it. */
  @Nullable Via usual(HttpHost target) {
    return server.way(target);
  }

  /**
   * The proxy that a call goes through.
   *
   * @throws CallRefused when its credential is not there or may not be sent to it
   */
  Chosen choose(Connector.Wish wish, HttpHost target) {
    var proxy = wish.proxy();
    if (proxy == null) {
      return new Chosen(usual(target), null);
    }
    if (proxy.url().isEmpty()
        || NoProxy.of(proxy.noProxy()).covers(target.getHostName(), target.getPort())) {
      return new Chosen(null, null);
    }
    var host = host(wish, proxy);
    if (proxy.credential() == null) {
      return new Chosen(new Via(host, null), null);
    }
    var credential = credential(wish, proxy.credential(), host);
    return new Chosen(
        new Via(host, authorization(wish, credential)),
        credential.id() + "/" + credential.revision());
  }

  private static HttpHost host(Connector.Wish wish, Proxy proxy) {
    try {
      return ServerProxy.host(URI.create(proxy.url()));
    } catch (IllegalArgumentException e) {
      throw CallRefused.configuration(
          "API '%s' goes through the proxy '%s', which is no address; write http://host:port."
              .formatted(wish.api(), proxy.url()));
    }
  }

  private Credential credential(Connector.Wish wish, String name, HttpHost proxy) {
    var found =
        credentials
            .find(wish.workspace(), name)
            .filter(credential -> credential.settings() instanceof CredentialSettings.Basic)
            .orElseThrow(() ->
                CallRefused.configuration(
                    wish.isGuest()
                        ? "The credential for the proxy of API '%s' is not there. Ask its owners."
                            .formatted(wish.api())
                        : "API '%s' signs in at its proxy with '%s', which is no credential of kind basic."
                            .formatted(wish.api(), name)));
    var origin = Origin.of(proxy.toURI());
    var bound = wish.isGuest() ? found : credentials.bound(found, origin);
    if (!bound.origins().contains(origin)) {
      throw new CallRefused(
          Failure.of(
              Failure.Kind.AUTH,
              "The credential may not be sent there",
              wish.isGuest()
                  ? "The credential for the proxy of API '%s' may not be sent to it. Ask its owners."
                      .formatted(wish.api())
                  : "Credential '%s' may not be sent to the proxy %s. If that is right, add %s to the origins of the credential and enter its secret again."
                      .formatted(name, origin, origin)));
    }
    return bound;
  }

  private String authorization(Connector.Wish wish, Credential credential) {
    var password = credential.secret("password").reveal();
    var user = ((CredentialSettings.Basic) credential.settings()).username();
    var authorization = ServerProxy.basic(user + ":" + password);
    secrets.add(wish.workspace(), password);
    secrets.add(wish.workspace(), authorization.substring("Basic ".length()));
    return authorization;
  }
}
