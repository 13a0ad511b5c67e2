package io.patchbay.ui.credentials;

import java.util.Arrays;

/** The kinds of credentials as pages name them. */
public enum CredentialKind {
  BASIC("basic", "Basic", "Password"),
  BEARER("bearer", "Bearer token", "Token"),
  API_KEY("apiKey", "API key", "Key"),
  OAUTH2("oauth2ClientCredentials", "OAuth 2.0 client credentials", "Client secret"),
  OAUTH2_CODE("oauth2AuthorizationCode", "OAuth 2.0 authorization code", "Client secret"),
  OAUTH2_JWT("oauth2JwtBearer", "OAuth 2.0 JWT bearer", "Private key"),
  OAUTH2_PASSWORD("oauth2Password", "OAuth 2.0 password (legacy)", "Password"),
  DIGEST("digest", "Digest", "Password"),
  AWS("awsSigV4", "AWS Signature 4", "Secret access key"),
  HMAC("hmac", "HMAC signature", "Key");

  private final String kind;
  private final String title;
  private final String secret;

  CredentialKind(String kind, String title, String secret) {
    this.kind = kind;
    this.title = title;
    this.secret = secret;
  }

  /** The name in documents. */
  public String kind() {
    return kind;
  }

  /** The name for people. */
  public String title() {
    return title;
  }

  String secret() {
    return secret;
  }

  /** The kind of that name in documents. */
  public static CredentialKind of(String kind) {
    return Arrays.stream(values())
        .filter(k -> k.kind.equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No kind of credential: " + kind));
  }
}
