package io.patchbay.http;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.AuditTrail;
import io.patchbay.common.ConflictException;
import io.patchbay.common.ForbiddenException;
import io.patchbay.common.Ids;
import io.patchbay.common.NotFoundException;
import io.patchbay.common.UserId;
import io.patchbay.credential.Credential;
import io.patchbay.credential.CredentialSettings.OAuth2AuthorizationCode;
import io.patchbay.credential.CredentialStore;
import io.patchbay.credential.Origin;
import io.patchbay.credential.Secret;
import io.patchbay.http.OAuthConnectRepository.Consent;
import io.patchbay.http.OAuthConnectRepository.Pending;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Connects authorization code credentials: a link that an editor asked for leads their browser to
 * the provider, and the answer comes back to one fixed address with a state that is good once, for
 * ten minutes, for that user in that browser session, and for the credential as it was.
 */
@Service
public class OAuthConnectService {

  /** Where providers send browsers back to, below the public address. */
  public static final String CALLBACK = "/oauth/callback";

  /** Where links lead, below the public address; the workspace and the credential follow. */
  public static final String CONNECT = "/oauth/connect";

  private static final Duration TIME = Duration.ofMinutes(10);
  private static final int RANDOM_BYTES = 32;

  private final OAuthConnectRepository repository;
  private final CredentialStore credentials;
  private final OAuthGrants grants;
  private final OAuthTokens tokens;
  private final DiscoveryService discovery;
  private final LiveSecrets secrets;
  private final AuditTrail audit;
  private final Ids ids;
  private final InstantSource clock;
  private final String publicUrl;

  OAuthConnectService(
      OAuthConnectRepository repository,
      CredentialStore credentials,
      OAuthGrants grants,
      OAuthTokens tokens,
      DiscoveryService discovery,
      LiveSecrets secrets,
      AuditTrail audit,
      Ids ids,
      InstantSource clock,
      @Value("${patchbay.public-url}") String publicUrl) {
    this.repository = repository;
    this.credentials = credentials;
    this.grants = grants;
    this.tokens = tokens;
    this.discovery = discovery;
    this.secrets = secrets;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  /** The address to register at the provider; the same for all credentials of this server. */
  public String redirectUri() {
    return publicUrl + CALLBACK;
  }

  /**
   * An address of this server that takes the browser of the same user to the provider, once, within
   * ten minutes. Whoever asks for it has the right to; so no other page can begin a connection.
   *
   * @throws ConflictException when the credential is of another kind
   */
  public URI link(Access access, String name) {
    access.require(Role.EDITOR);
    var credential = find(access, name);
    requireClient(credential);
    var now = clock.instant();
    repository.deleteExpired(now);
    var key = ids.token(RANDOM_BYTES);
    repository.insertLink(ids.next(), credential, access.user(), key, now, now.plus(TIME));
    return URI.create(
        publicUrl
            + CONNECT
            + "/"
            + access.workspaceSlug()
            + "/"
            + PercentCode.encode(name)
            + "?key="
            + key);
  }

  /**
   * Where at the provider the browser that opened the link goes now.
   *
   * @param session the id of the browser session, the only one that the answer is taken from
   * @throws ConflictException when the link was used already, is over, or is somebody else's
   */
  public URI start(Access access, String name, String key, String session) {
    access.require(Role.EDITOR);
    var credential = find(access, name);
    var client = requireClient(credential);
    var now = clock.instant();
    if (!repository.takeLink(credential, access.user(), key, now)) {
      throw new ConflictException(
          "This link was used already, is older than ten minutes, or the credential changed since. Press Connect again.");
    }
    var state = ids.token(RANDOM_BYTES);
    var verifier = new CodeVerifier();
    repository.insertState(
        ids.next(),
        credential,
        access.user(),
        state,
        now,
        now.plus(TIME),
        new Consent(
            session,
            Secret.of(verifier.getValue()),
            redirectUri(),
            client.issuer(),
            discovery.namesItself(client.issuer())));
    return AuthorizationAddress.of(client, redirectUri(), state, verifier);
  }

  /**
   * Takes what the provider sent back, whatever it is.
   *
   * @param user who is signed in
   * @param session the id of their browser session
   * @param accesses looks up what the user may do in a workspace now
   */
  public ConnectOutcome finish(
      UserId user,
      String session,
      Function<String, Access> accesses,
      Map<String, List<String>> query) {
    try {
      var answer = AuthorizationAnswer.of(query);
      if (answer.state() == null) {
        return ConnectOutcome.refused(
            "This address takes the answers of providers, and this is none: it has no state.");
      }
      return repository
          .takeState(answer.state(), clock.instant())
          .map(pending -> finish(pending, user, session, accesses, answer))
          .orElseGet(() ->
              ConnectOutcome.refused(
                  "This answer belongs to no connection that was begun here, was used already, or came after more than ten minutes. Press Connect again."));
    } catch (ConnectRefused e) {
      return ConnectOutcome.refused(e.sentence());
    }
  }

  /** How the credential stands with its provider. */
  public ConnectionView connection(Access access, String name) {
    access.require(Role.VIEWER);
    var credential = find(access, name);
    requireClient(credential);
    return grants.view(credential);
  }

  /** Forgets the consent and the tokens; nothing is sent to the provider. */
  public void disconnect(Access access, String name) {
    access.require(Role.EDITOR);
    var credential = find(access, name);
    requireClient(credential);
    if (grants.disconnect(credential.id())) {
      tokens.credentialChanged(credential.id());
      audit.record(access, "disconnected credential", name, null);
    }
  }

  private ConnectOutcome finish(
      Pending pending,
      UserId user,
      String session,
      Function<String, Access> accesses,
      AuthorizationAnswer answer) {
    if (!pending.user().equals(user) || !pending.session().isOf(session)) {
      return ConnectOutcome.refused(
          "This connection was begun by somebody else, or in another browser or session. Press Connect again.");
    }
    try {
      var access = accesses.apply(pending.workspace());
      access.require(Role.EDITOR);
      var credential = unchanged(access, pending);
      return outcome(true, pending, connect(access, pending, credential, answer));
    } catch (ConnectRefused | NotFoundException | ForbiddenException e) {
      return outcome(false, pending, String.valueOf(e.getMessage()));
    }
  }

  private Credential unchanged(Access access, Pending pending) {
    return credentials
        .find(access.workspace(), pending.credential())
        .filter(found -> found.revision() == pending.revision())
        .orElseThrow(() ->
            new ConnectRefused(
                "Credential '%s' changed while you were away. Press Connect again."
                    .formatted(pending.credential())));
  }

  private String connect(
      Access access, Pending pending, Credential credential, AuthorizationAnswer answer) {
    var client = requireClient(credential);
    var provider = Origin.of(client.authorizationUrl()).host();
    answer.requireIssuer(pending.issuer(), pending.isIssuerRequired(), provider);
    if (answer.error() != null) {
      throw new ConnectRefused(answer.problem(provider));
    }
    if (answer.code() == null) {
      throw new ConnectRefused(
          "%s sent neither a code nor an error; nothing was connected.".formatted(provider));
    }
    secrets.add(access.workspace(), answer.code());
    secrets.add(access.workspace(), pending.verifier().reveal());
    var source = TokenSource.of(credential, client, List.of());
    var grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(answer.code()),
            URI.create(pending.redirectUri()),
            new CodeVerifier(pending.verifier().reveal()));
    return switch (tokens.redeem(source, grant)) {
      case TokenReply.Granted granted -> keep(access, source, granted);
      case TokenReply.Refused refused ->
          throw new ConnectRefused(
              "You consented, but %s gave no token for the code: %s"
                  .formatted(
                      client.tokenUrl(), secrets.redact(access.workspace(), refused.error())));
    };
  }

  private String keep(Access access, TokenSource source, TokenReply.Granted granted) {
    var now = clock.instant();
    var expiresIn = granted.expiresIn();
    var only =
        granted.refreshToken() != null
            ? null
            : new Grant.Issued(
                Secret.of(granted.accessToken()),
                now,
                expiresIn == null ? null : now.plusSeconds(expiresIn));
    var scopes = granted.scopes() == null ? source.scopes() : granted.scopes();
    var refreshToken = granted.refreshToken() == null ? null : Secret.of(granted.refreshToken());
    var credential = source.credential();
    tokens.credentialChanged(credential.id());
    grants.connected(credential, new Grant(refreshToken, only, scopes, false), access.actor());
    tokens.adopt(source, granted);
    audit.record(access, "connected credential", credential.name(), String.join(" ", scopes));
    return granted.refreshToken() != null || expiresIn == null
        ? "Credential '%s' is connected. Calls get their tokens by themselves from now on."
            .formatted(credential.name())
        : "Credential '%s' is connected for %d minutes only: the provider gave no refresh token. Ask for offline access if it knows that, and connect again."
            .formatted(credential.name(), Math.max(1, expiresIn / 60));
  }

  private Credential find(Access access, String name) {
    return credentials
        .find(access.workspace(), name)
        .orElseThrow(() -> NotFoundException.of("credential", name));
  }

  private static OAuth2AuthorizationCode requireClient(Credential credential) {
    if (credential.settings() instanceof OAuth2AuthorizationCode client) {
      return client;
    }
    throw new ConflictException(
        "Credential '%s' is of kind %s; only those of kind oauth2AuthorizationCode are connected in the browser."
            .formatted(credential.name(), credential.settings().kind()));
  }

  private static ConnectOutcome outcome(boolean isConnected, Pending pending, String message) {
    return new ConnectOutcome(isConnected, pending.workspace(), pending.credential(), message);
  }
}
