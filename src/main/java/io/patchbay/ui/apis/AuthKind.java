package io.patchbay.ui.apis;

import io.patchbay.credential.Auth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of auth as pages name them, in the order in which they are offered. */
enum AuthKind {
  NONE("none", "None"),
  BASIC("basic", "Basic"),
  BEARER("bearer", "Bearer token"),
  API_KEY("apiKey", "API key"),
  OAUTH2("oauth2ClientCredentials", "OAuth 2.0 client credentials");

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
    return switch (auth) {
      case Auth.None _ -> NONE;
      case Auth.Basic _ -> BASIC;
      case Auth.Bearer _ -> BEARER;
      case Auth.ApiKey _ -> API_KEY;
      case Auth.OAuth2ClientCredentials _ -> OAUTH2;
    };
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
      case OAUTH2 ->
          new Auth.OAuth2ClientCredentials(
              credential,
              before instanceof Auth.OAuth2ClientCredentials oauth ? oauth.scopes() : List.of());
    };
  }
}
