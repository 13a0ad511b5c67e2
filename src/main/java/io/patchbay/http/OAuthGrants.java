package io.patchbay.http;

import io.patchbay.common.Json;
import io.patchbay.credential.Credential;
import io.patchbay.credential.CredentialListener;
import io.patchbay.credential.CredentialSettings.OAuth2AuthorizationCode;
import io.patchbay.credential.Secret;
import io.patchbay.http.OAuthGrantRepository.Row;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people consented to, as renewals need it. A consent holds for the client, the addresses and
 * the scopes that it was given for; when these change it is void. There is one refresh token per
 * credential, so renewals of one credential have to come one after the other, whatever the scopes.
 */
@Component
class OAuthGrants implements CredentialListener {

  private static final String CHANGED =
      "The client, the addresses or the scopes of the credential changed since it was connected.";
  private static final String ELSEWHERE =
      "The credential may be sent to other servers than when it was connected.";

  private final OAuthGrantRepository repository;
  private final LiveSecrets secrets;
  private final InstantSource clock;

  OAuthGrants(OAuthGrantRepository repository, LiveSecrets secrets, InstantSource clock) {
    this.repository = repository;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** What the credential may renew with now; empty when somebody has to connect it first. */
  Optional<Grant> find(Credential credential) {
    var row = repository.find(credential.id()).filter(found -> holds(found, credential));
    row.ifPresent(found -> remember(credential, found.grant()));
    return row.map(Row::grant);
  }

  /** What to say of a call that found no grant. */
  String whyNone(Credential credential) {
    var view = view(credential);
    return view.reason() == null
        ? "it is not connected; an editor connects it on the page of the credential"
        : "it has to be connected again on the page of the credential; %s did it last. %s"
            .formatted(view.connectedBy(), view.reason());
  }

  ConnectionView view(Credential credential) {
    return repository
        .find(credential.id())
        .map(row -> view(row, credential))
        .orElse(ConnectionView.NONE);
  }

  /** Called before the refresh token is sent, so that a crash until its answer is seen later. */
  void renewing(Credential credential) {
    repository.renewing(credential.id(), clock.instant());
  }

  /**
   * Called when a renewal went well, before its access token is used.
   *
   * @param refreshToken the next one; absent when the one that was used stays
   * @param scopes as granted now; absent when the provider said nothing of them
   * @return whether this renewal still counts: nobody signed in anew meanwhile
   */
  boolean rotated(
      Credential credential, @Nullable String refreshToken, @Nullable List<String> scopes) {
    var next = refreshToken == null ? null : Secret.of(refreshToken);
    if (refreshToken != null) {
      secrets.add(credential.workspace(), refreshToken);
    }
    return repository.renewed(credential, next, scopes, clock.instant());
  }

  /**
   * Called when the provider refuses the refresh token, or there is none and the access token
   * ended.
   *
   * @param reason one sentence for people, without secrets
   */
  void lost(Credential credential, String reason) {
    repository.lose(credential.id(), reason, clock.instant());
  }

  /**
   * Called when the provider refuses the refresh token of a renewal that began.
   *
   * @param reason one sentence for people, without secrets
   * @return whether this renewal still counts: nobody signed in anew meanwhile
   */
  boolean refused(Credential credential, String reason) {
    return repository.loseRenewing(credential.id(), reason, clock.instant());
  }

  /** Keeps a new consent. */
  void connected(Credential credential, Grant grant, String actor) {
    remember(credential, grant);
    repository.put(credential, terms(credential), grant, actor, clock.instant());
  }

  /** Forgets the consent; whether there was one. */
  boolean disconnect(UUID credential) {
    return repository.delete(credential);
  }

  @Override
  public void credentialChanged(UUID credential) {
    // Whether the consent still holds shows when it is needed: by its terms.
  }

  @Override
  public void credentialGoesElsewhere(UUID credential) {
    repository.lose(credential, ELSEWHERE, clock.instant());
  }

  private ConnectionView view(Row row, Credential credential) {
    var isVoid = row.isConnected() && !holds(row, credential);
    return new ConnectionView(
        row.isConnected() && !isVoid
            ? ConnectionView.State.CONNECTED
            : ConnectionView.State.SIGN_IN_AGAIN,
        row.connectedBy(),
        row.connectedAt(),
        row.grant().scopes(),
        isVoid ? CHANGED : row.reason());
  }

  private static boolean holds(Row row, Credential credential) {
    return row.isConnected() && row.terms().equals(terms(credential));
  }

  private void remember(Credential credential, Grant grant) {
    if (grant.refreshToken() != null) {
      secrets.add(credential.workspace(), grant.refreshToken().reveal());
    }
    if (grant.accessToken() != null) {
      secrets.add(credential.workspace(), grant.accessToken().token().reveal());
    }
  }

  private static String terms(Credential credential) {
    return credential.settings() instanceof OAuth2AuthorizationCode client
        ? Sha256.hex(
            Json.write(
                List.of(
                    client.authorizationUrl(),
                    client.tokenUrl(),
                    client.clientId(),
                    client.scopes(),
                    client.audience() == null ? "" : client.audience(),
                    client.resources())))
        : "";
  }
}
