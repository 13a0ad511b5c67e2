package io.patchbay.http;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.JWTBearerGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.PKITLSClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import io.patchbay.common.Ids;
import io.patchbay.credential.Credential;
import io.patchbay.credential.CredentialSettings.OAuth2JwtBearer;
import io.patchbay.credential.CredentialSettings.OAuth2Password;
import io.patchbay.credential.OAuthClient;
import io.patchbay.credential.SigningKey;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Writes token requests: the grant, how the client proves itself, scopes, audience, resources and
 * whatever else the credential says.
 */
final class TokenRequests {

  private static final Duration PROOF_HOLDS = Duration.ofMinutes(2);
  private static final int ASSERTION_SECONDS = 300;

  /** A server whose clock is behind ours takes no assertion from its future. */
  private static final Duration SKEW = Duration.ofSeconds(5);

  private final Ids ids;
  private final InstantSource clock;

  TokenRequests(Ids ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * The request with a grant that somebody else made.
   *
   * @throws io.patchbay.common.InvalidException when a key of the credential cannot be used
   */
  HTTPRequest write(TokenSource source, AuthorizationGrant grant) {
    var client = source.client();
    var request = builder(source.credential(), client, grant);
    if (!source.scopes().isEmpty() && !standsForScopes(source, grant)) {
      request.scope(new Scope(source.scopes().toArray(String[]::new)));
    }
    if (client.audience() != null) {
      request.customParameter("audience", client.audience());
    }
    if (!client.resources().isEmpty()) {
      request.resources(client.resources().stream().map(URI::create).toArray(URI[]::new));
    }
    client.parameters().forEach(request::customParameter);
    return request.build().toHTTPRequest();
  }

  /** What was consented to may be less than what was asked for; asking again would be refused. */
  private static boolean standsForScopes(TokenSource source, AuthorizationGrant grant) {
    return grant instanceof AuthorizationCodeGrant
        || (grant instanceof RefreshTokenGrant && source.scopes().equals(source.client().scopes()));
  }

  /** The grant that the credential itself holds all of. */
  AuthorizationGrant grant(TokenSource source) {
    var credential = source.credential();
    return switch (source.client()) {
      case OAuth2JwtBearer bearer ->
          new JWTBearerGrant(assertion(credential, bearer, source.scopes()));
      case OAuth2Password password ->
          new ResourceOwnerPasswordCredentialsGrant(
              password.username(), new Secret(credential.secret("password").reveal()));
      default -> new ClientCredentialsGrant();
    };
  }

  /** The grant that renews what somebody consented to. */
  static AuthorizationGrant renewal(io.patchbay.credential.Secret refreshToken) {
    return new RefreshTokenGrant(new RefreshToken(refreshToken.reveal()));
  }

  private TokenRequest.Builder builder(
      Credential credential, OAuthClient client, AuthorizationGrant grant) {
    var url = URI.create(client.tokenUrl());
    var id = client.clientId().isEmpty() ? null : new ClientID(client.clientId());
    return switch (client.clientAuth()) {
      case BASIC, POST -> new TokenRequest.Builder(url, proof(credential, client), grant);
      case PRIVATE_KEY_JWT ->
          // RFC 7521 lets it out, but Spring and Entra ID want it.
          new TokenRequest.Builder(url, proof(credential, client), grant)
              .customParameter("client_id", client.clientId());
      case TLS ->
          // Only the client id is in the message; the connection does the rest.
          new TokenRequest.Builder(
              url,
              new PKITLSClientAuthentication(
                  new ClientID(client.clientId()), (@Nullable SSLSocketFactory) null),
              grant);
      case NONE ->
          id == null
              ? new TokenRequest.Builder(url, grant)
              : new TokenRequest.Builder(url, id, grant);
    };
  }

  private ClientAuthentication proof(Credential credential, OAuthClient client) {
    var id = new ClientID(client.clientId());
    return switch (client.clientAuth()) {
      case BASIC -> new ClientSecretBasic(id, clientSecret(credential));
      case POST -> new ClientSecretPost(id, clientSecret(credential));
      case PRIVATE_KEY_JWT -> new PrivateKeyJWT(clientAssertion(credential, client));
      case TLS, NONE -> throw new IllegalArgumentException("There is nothing in the message");
    };
  }

  private static Secret clientSecret(Credential credential) {
    return new Secret(credential.secret("clientSecret").reveal());
  }

  /** RFC 7523 section 2.2. */
  private SignedJWT clientAssertion(Credential credential, OAuthClient client) {
    var now = clock.instant();
    return key(credential, client)
        .sign(
            new JWTClaimsSet.Builder()
                .issuer(client.clientId())
                .subject(client.clientId())
                .audience(client.tokenUrl())
                .issueTime(Date.from(now.minus(SKEW)))
                .expirationTime(Date.from(now.plus(PROOF_HOLDS)))
                .jwtID(ids.token(24))
                .build());
  }

  /** RFC 7523 section 2.1; the scopes are in it, too, where Google looks for them. */
  private SignedJWT assertion(Credential credential, OAuth2JwtBearer client, List<String> scopes) {
    var issued = clock.instant().minus(SKEW);
    var seconds = client.lifetimeSeconds() == null ? ASSERTION_SECONDS : client.lifetimeSeconds();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(client.issuedBy())
            .subject(client.subject() == null ? client.issuedBy() : client.subject())
            .audience(client.intendedFor() == null ? client.tokenUrl() : client.intendedFor())
            .issueTime(Date.from(issued))
            .expirationTime(Date.from(issued.plusSeconds(seconds)))
            .jwtID(ids.token(24));
    if (!scopes.isEmpty()) {
      claims.claim("scope", String.join(" ", scopes));
    }
    client.claims().forEach(claims::claim);
    return key(credential, client).sign(claims.build());
  }

  private static SigningKey key(Credential credential, OAuthClient client) {
    return SigningKey.of(credential.secret(SigningKey.FIELD), client.assertion());
  }
}
