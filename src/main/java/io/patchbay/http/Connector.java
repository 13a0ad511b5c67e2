package io.patchbay.http;

import io.patchbay.api.Proxy;
import io.patchbay.api.Tls;
import io.patchbay.common.Failure;
import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.Certificate;
import io.patchbay.credential.CertificateStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Chooses as whom and by which way a connection is made. */
@Component
class Connector {

  private final HttpClients clients;
  private final CertificateStore certificates;
  private final ProxyChoice proxies;
  private final InstantSource clock;

  Connector(
      HttpClients clients,
      CertificateStore certificates,
      ProxyChoice proxies,
      InstantSource clock) {
    this.clients = clients;
    this.certificates = certificates;
    this.proxies = proxies;
    this.clock = clock;
  }

  /**
   * What a caller wishes.
   *
   * @param api its name, for messages
   * @param workspace whose authorities and proxy credential are used
   * @param certificate the client certificate to show, by name; absent for none
   * @param certificates the workspace whose certificate it is
   * @param isGuest whether these are another workspace's, whose names must not be told
   */
  record Wish(
      String api,
      WorkspaceId workspace,
      @Nullable Tls tls,
      @Nullable Proxy proxy,
      @Nullable String certificate,
      WorkspaceId certificates,
      boolean isGuest) {

    /** As the workspace itself. */
    static Wish of(
        String api,
        WorkspaceId workspace,
        @Nullable Tls tls,
        @Nullable Proxy proxy,
        @Nullable String certificate) {
      return new Wish(api, workspace, tls, proxy, certificate, workspace, false);
    }

    private boolean isUsual() {
      return certificate == null && (tls == null || tls.with(null).equals(Tls.USUAL));
    }
  }

  /**
   * The way of one exchange.
   *
   * @param client to make it with at once, not to be kept
   * @param via the proxy; absent when it goes directly
   */
  record Way(CloseableHttpClient client, TlsIdentity identity, @Nullable Via via) {

    /** What the exchange is to be made with. */
    Phases phases(Timeout connect, int tlsMs) {
      return new Phases(connect, tlsMs, via);
    }
  }

  /** The way for what has no settings of its own, such as documents. */
  Way usual(HttpHost target) {
    return new Way(clients.client(), TlsIdentity.USUAL, proxies.usual(target));
  }

  /**
   * The way of a call.
   *
   * @throws CallRefused when it names what is not there or no longer good
   */
  Way way(Call call, HttpHost target) {
    var asked = call.request();
    var isPlain =
        call.identity().certificate() == null
            && asked.api().tls() == null
            && asked.api().proxy() == null;
    return isPlain
        ? usual(target)
        : way(
            new Wish(
                asked.api().name(),
                asked.credentials(),
                asked.api().tls(),
                asked.api().proxy(),
                call.identity().certificate(),
                call.identity().certificates(),
                !asked.workspace().equals(call.identity().certificates()) || asked.isGuest()),
            target);
  }

  /**
   * The way that is wished.
   *
   * @throws CallRefused when it names what is not there or no longer good
   */
  Way way(Wish wish, HttpHost target) {
    var chosen = proxies.choose(wish, target);
    var identity =
        wish.isUsual()
            ? TlsIdentity.USUAL.withProxyUser(chosen.user())
            : identity(wish).withProxyUser(chosen.user());
    return new Way(clients.client(identity), identity, chosen.via());
  }

  /** The identity without a proxy's user. */
  TlsIdentity identity(Wish wish) {
    var tls = Optional.ofNullable(wish.tls()).orElse(Tls.USUAL);
    return new TlsIdentity(
        wish.certificate() == null ? null : clientCertificate(wish, wish.certificate()),
        tls.authorities().stream().map(name -> authority(wish, name)).toList(),
        tls.onlyThese(),
        tls.pins(),
        tls.minVersion(),
        tls.serverName(),
        tls.trustAll(),
        null);
  }

  private Certificate clientCertificate(Wish wish, String name) {
    var found =
        certificates
            .find(wish.certificates(), name)
            .orElseThrow(() -> missing(wish, "client certificate", name));
    if (found.key() == null) {
      throw CallRefused.configuration(
          wish.isGuest()
              ? "The client certificate that is shared with API '%s' has no key. Ask its owners."
                  .formatted(wish.api())
              : "API '%s' shows '%s' as its client certificate, which is an authority without a key."
                  .formatted(wish.api(), name));
    }
    requireDates(wish, name, found.chain().getFirst());
    return found;
  }

  private void requireDates(Wish wish, String name, X509Certificate own) {
    var now = clock.instant();
    var shown = wish.isGuest() ? "that is shared with API '" + wish.api() + "'" : "'" + name + "'";
    if (own.getNotAfter().toInstant().isBefore(now)) {
      throw bad(
          "The client certificate has expired",
          "The client certificate %s expired on %s. Upload a new one under Certificates."
              .formatted(shown, day(own.getNotAfter().toInstant())));
    }
    if (own.getNotBefore().toInstant().isAfter(now)) {
      throw bad(
          "The client certificate is not valid yet",
          "The client certificate %s is not valid before %s."
              .formatted(shown, day(own.getNotBefore().toInstant())));
    }
  }

  private Certificate authority(Wish wish, String name) {
    return certificates
        .find(wish.workspace(), name)
        .orElseThrow(() -> missing(wish, "authority", name));
  }

  private static CallRefused missing(Wish wish, String what, String name) {
    return CallRefused.configuration(
        wish.isGuest()
            ? "The %s that API '%s' names is not there. Ask its owners.".formatted(what, wish.api())
            : "API '%s' names the %s '%s', which does not exist; upload it under Certificates."
                .formatted(wish.api(), what, name));
  }

  private static CallRefused bad(String title, String detail) {
    return new CallRefused(
        Failure.of(Failure.Kind.AUTH, title, detail + " No connection was made."));
  }

  private static String day(Instant instant) {
    return instant.toString().substring(0, 10);
  }
}
