package io.patchbay.ui.apis;

import io.patchbay.credential.Auth;
import io.patchbay.credential.SignRecipe;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of auth as pages name them, in the order in which they are offered. */
enum AuthKind {
  NONE("none", "None"),
  BASIC("basic", "Basic"),
  BEARER("bearer", "Bearer token"),
  API_KEY("apiKey", "API key"),
  OAUTH2("oauth2ClientCredentials", "OAuth 2.0 client credentials"),
  OAUTH2_CODE("oauth2AuthorizationCode", "OAuth 2.0 authorization code"),
  OAUTH2_JWT("oauth2JwtBearer", "OAuth 2.0 JWT bearer"),
  OAUTH2_PASSWORD("oauth2Password", "OAuth 2.0 password (legacy)"),
  DIGEST("digest", "Digest"),
  AWS("awsSigV4", "AWS Signature 4"),
  HMAC("hmac", "HMAC signature"),
  CLIENT_CERTIFICATE("clientCertificate", "Client certificate");

  final String kind;
  final String title;

  AuthKind(String kind, String title) {
    this.kind = kind;
    this.title = title;
  }

  /** The name for people of a kind as documents have it. */
  static String title(String kind) {
    return Arrays.stream(values())
        .filter(k -> k.kind.equals(kind))
        .map(k -> k.title)
        .findFirst()
        .orElse(kind);
  }

  static AuthKind of(Auth auth) {
    return Arrays.stream(values())
        .filter(k -> k.kind.equals(auth.kind()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No kind of auth: " + auth.kind()));
  }

  /** This kind of auth with a credential; what belongs to another kind is dropped. */
  Auth with(@Nullable String credential, Auth before) {
    return switch (this) {
      case NONE -> new Auth.None();
      case BASIC -> new Auth.Basic(credential);
      case BEARER -> new Auth.Bearer(credential);
      case API_KEY ->
          before instanceof Auth.ApiKey key
              ? new Auth.ApiKey(credential, key.in(), key.name())
              : new Auth.ApiKey(credential, Auth.ApiKey.In.HEADER, "X-API-Key");
      case OAUTH2_CODE -> new Auth.OAuth2AuthorizationCode(credential);
      case OAUTH2_JWT -> new Auth.OAuth2JwtBearer(credential, List.of());
      case OAUTH2_PASSWORD -> new Auth.OAuth2Password(credential, List.of());
      case DIGEST -> new Auth.Digest(credential);
      case AWS -> new Auth.AwsSigV4(credential, null, null);
      case HMAC -> new Auth.Hmac(credential, SignRecipe.EMPTY);
      case CLIENT_CERTIFICATE -> new Auth.ClientCertificate(null);
      case OAUTH2 ->
          new Auth.OAuth2ClientCredentials(
              credential,
              before instanceof Auth.OAuth2ClientCredentials oauth ? oauth.scopes() : List.of());
    };
  }
}
