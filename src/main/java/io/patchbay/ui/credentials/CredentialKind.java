package io.patchbay.ui.credentials;

import io.patchbay.ui.shell.Icons;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of credentials as pages name them. */
public enum CredentialKind {
  API_KEY("apiKey", "API key", Group.KEYS, Icons.KEY_ROUND, "In headers, query or cookies"),
  BEARER("bearer", "Bearer token", Group.KEYS, Icons.TAG, "A token that does not change"),
  BASIC("basic", "Basic", Group.KEYS, Icons.USER, "User name and password with each call"),
  DIGEST("digest", "Digest", Group.KEYS, Icons.SHIELD, "A password that is never sent itself"),
  OAUTH2(
      "oauth2ClientCredentials",
      "OAuth 2.0 client credentials",
      Group.OAUTH,
      Icons.SERVER,
      "A server on its own; the usual choice"),
  OAUTH2_CODE(
      "oauth2AuthorizationCode",
      "OAuth 2.0 authorization code",
      Group.OAUTH,
      Icons.USERS,
      "A person signs in once in the browser"),
  OAUTH2_JWT(
      "oauth2JwtBearer",
      "OAuth 2.0 JWT bearer",
      Group.OAUTH,
      Icons.FILE_JSON_2,
      "A service account with a private key"),
  OAUTH2_PASSWORD(
      "oauth2Password",
      "OAuth 2.0 password (legacy)",
      Group.OAUTH,
      Icons.HISTORY,
      "Only where nothing better is offered"),
  AWS(
      "awsSigV4",
      "AWS Signature 4",
      Group.SIGNATURES,
      Icons.SIGNATURE,
      "Access keys of AWS and of S3 stores"),
  HMAC(
      "hmac",
      "HMAC signature",
      Group.SIGNATURES,
      Icons.SIGNATURE,
      "A shared key that signs each call");

  private static final String OAUTH_PREFIX = "OAuth 2.0 ";

  private final String kind;
  private final String title;
  private final Group group;
  private final Icons icon;
  private final String explanation;

  CredentialKind(String kind, String title, Group group, Icons icon, String explanation) {
    this.kind = kind;
    this.title = title;
    this.group = group;
    this.icon = icon;
    this.explanation = explanation;
  }

  /** The name in documents. */
  public String kind() {
    return kind;
  }

  /** The name for people. */
  public String title() {
    return title;
  }

  /** The name where the group is said already. */
  String titleInGroup() {
    if (!title.startsWith(OAUTH_PREFIX)) {
      return title;
    }
    String rest = title.substring(OAUTH_PREFIX.length());
    return rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
  }

  Icons icon() {
    return icon;
  }

  String explanation() {
    return explanation;
  }

  boolean isOAuth() {
    return group == Group.OAUTH;
  }

  /** The kind of that name in documents. */
  public static CredentialKind of(String kind) {
    return Arrays.stream(values())
        .filter(k -> k.kind.equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No kind of credential: " + kind));
  }

  /** Kinds that belong together. */
  enum Group {
    OAUTH("OAuth 2.0"),
    KEYS("Keys and passwords"),
    SIGNATURES("Signatures");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    List<CredentialKind> kinds() {
      return Arrays.stream(CredentialKind.values()).filter(k -> k.group == this).toList();
    }
  }
}
