package io.patchbay.ui.apis;

import io.patchbay.credential.Auth;
import io.patchbay.credential.SignPreset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of auth as pages name them, in the order in which they are offered. */
enum AuthKind {
  NONE("none", "None", "Calls are sent without a credential."),
  BASIC(
      "basic",
      "Basic",
      "User name and password in the Authorization header of each call. Many providers want an e-mail address and an API token here."),
  BEARER(
      "bearer",
      "Bearer token",
      "A token that does not change, in the Authorization header of each call."),
  API_KEY(
      "apiKey",
      "API key",
      "A key in a header, query parameter or cookie of the API's choice; several where it wants several."),
  DIGEST(
      "digest",
      "Digest",
      "User name and password answer the challenge of the API and are never sent themselves. The first call takes two rounds."),
  OAUTH2(
      "oauth2ClientCredentials",
      "OAuth 2.0 client credentials",
      "Patchbay gets a token for itself at the token URL of the credential, keeps it, and renews it in time."),
  OAUTH2_CODE(
      "oauth2AuthorizationCode",
      "OAuth 2.0 authorization code",
      "Somebody signs in to the provider once and consents; from then on calls are made in that name."),
  OAUTH2_JWT(
      "oauth2JwtBearer",
      "OAuth 2.0 JWT bearer",
      "Patchbay signs an assertion with a private key and gets a token for it, as service accounts do."),
  OAUTH2_PASSWORD(
      "oauth2Password",
      "OAuth 2.0 password (legacy)",
      "A token for a user name and password. Only for servers that offer nothing better."),
  AWS(
      "awsSigV4",
      "AWS Signature 4",
      "Each call is signed with an access key of AWS, right before it is sent."),
  HMAC(
      "hmac",
      "HMAC signature",
      "Each call is signed with a shared key, as the recipe below says. The key itself is never sent."),
  CLIENT_CERTIFICATE(
      "clientCertificate",
      "Client certificate",
      "The certificate that Patchbay shows when the connection is made is all that the API wants.");

  /** Those after which a line is drawn. */
  static final List<AuthKind> ENDS = List.of(NONE, DIGEST, OAUTH2_PASSWORD, HMAC);

  final String kind;
  final String title;
  final String explanation;

  AuthKind(String kind, String title, String explanation) {
    this.kind = kind;
    this.title = title;
    this.explanation = explanation;
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
    if (before.kind().equals(kind)) {
      return before.withCredential(credential);
    }
    return switch (this) {
      case NONE -> new Auth.None();
      case BASIC -> new Auth.Basic(credential);
      case BEARER -> new Auth.Bearer(credential);
      case API_KEY -> new Auth.ApiKey(credential, Auth.ApiKey.In.HEADER, "X-API-Key");
      case OAUTH2 -> new Auth.OAuth2ClientCredentials(credential, List.of());
      case OAUTH2_CODE -> new Auth.OAuth2AuthorizationCode(credential);
      case OAUTH2_JWT -> new Auth.OAuth2JwtBearer(credential, List.of());
      case OAUTH2_PASSWORD -> new Auth.OAuth2Password(credential, List.of());
      case DIGEST -> new Auth.Digest(credential);
      case AWS -> new Auth.AwsSigV4(credential, null, null);
      case HMAC -> new Auth.Hmac(credential, SignPreset.TIMESTAMP_AND_BODY.recipe());
      case CLIENT_CERTIFICATE -> new Auth.ClientCertificate(null);
    };
  }
}
