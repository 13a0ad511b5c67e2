package io.patchbay.http;

import io.patchbay.api.Api;
import io.patchbay.api.ApiCatalog;
import io.patchbay.api.Tls;
import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.CertificateStore;
import io.patchbay.credential.Credential;
import io.patchbay.credential.CredentialUsers;
import io.patchbay.credential.OAuthClient;
import io.patchbay.credential.Origin;
import io.patchbay.http.Connector.Way;
import io.patchbay.http.Connector.Wish;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Connects to token endpoints as the calls of the API connect: the same authorities, TLS version
 * and proxy, and the client certificate of the credential, or else that of the API.
 */
@Component
class TokenConnections {

  private final Connector connector;
  private final CertificateStore certificates;
  private final ObjectProvider<CredentialUsers> users;
  private final ObjectProvider<ApiCatalog> catalog;

  TokenConnections(
      Connector connector,
      CertificateStore certificates,
      ObjectProvider<CredentialUsers> users,
      ObjectProvider<ApiCatalog> catalog) {
    this.connector = connector;
    this.certificates = certificates;
    this.users = users;
    this.catalog = catalog;
  }

  /** What a call's tokens wish. */
  static Wish of(Call call, Credential credential, OAuthClient client) {
    var asked = call.request();
    return wish(
        asked.api(),
        call.plan().apiOrigin(),
        asked.credentials(),
        call.identity().certificate(),
        call.identity().certificates(),
        call.identity().isGuest(),
        credential,
        client);
  }

  /**
   * The way to the endpoint.
   *
   * @throws CallRefused when it names what is not there or no longer good
   */
  Way way(TokenSource source, HttpHost target) {
    requireOwnCertificate(source);
    return connector.way(Optional.ofNullable(source.via()).orElseGet(() -> usual(source)), target);
  }

  /** How the endpoint would name the certificate that it is shown; absent when there is none. */
  static @Nullable String shown(Way way) {
    return way.identity().certificate() == null ? null : "the client certificate";
  }

  private void requireOwnCertificate(TokenSource source) {
    var name = source.client().certificate();
    if (name != null && certificates.find(source.credential().workspace(), name).isEmpty()) {
      throw CallRefused.configuration(
          "the client certificate '%s' that the credential names does not exist; upload it under Certificates"
              .formatted(name));
    }
  }

  /** Without a call: as the first API that uses the credential. */
  private Wish usual(TokenSource source) {
    var credential = source.credential();
    return users.stream()
        .flatMap(user -> user.apisUsing(credential.workspace(), credential.name()).stream())
        .flatMap(
            ref -> catalog.stream().flatMap(all -> all.api(credential.workspace(), ref).stream()))
        .map(stored -> stored.api())
        .findFirst()
        .map(api -> ofApi(api, source))
        .orElseGet(
            () -> Wish.of("", credential.workspace(), null, null, source.client().certificate()));
  }

  private static Wish ofApi(Api api, TokenSource source) {
    var workspace = source.credential().workspace();
    return wish(
        api,
        originOf(api),
        workspace,
        api.certificateName().orElse(null),
        workspace,
        false,
        source.credential(),
        source.client());
  }

  private static @Nullable Origin originOf(Api api) {
    try {
      return Origin.of(URI.create(api.baseUrl()));
    } catch (RuntimeException _) {
      return null; // it still holds variables
    }
  }

  private static Wish wish(
      Api api,
      @Nullable Origin origin,
      WorkspaceId workspace,
      @Nullable String certificate,
      WorkspaceId certificatesOf,
      boolean isGuest,
      Credential credential,
      OAuthClient client) {
    var own = client.certificate();
    return new Wish(
        api.name(),
        workspace,
        tls(api.tls(), origin, client),
        api.proxy(),
        own == null ? certificate : own,
        own == null ? certificatesOf : credential.workspace(),
        isGuest);
  }

  /** Pins and the name that is asked for belong to the API's own server. */
  private static @Nullable Tls tls(@Nullable Tls tls, @Nullable Origin api, OAuthClient client) {
    return tls == null || Origin.of(client.tokenUrl()).equals(api)
        ? tls
        : new Tls(
            tls.certificate(),
            tls.authorities(),
            tls.onlyThese(),
            List.of(),
            tls.minVersion(),
            null,
            tls.trustAll());
  }
}
