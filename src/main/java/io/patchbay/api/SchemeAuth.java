package io.patchbay.api;

import io.patchbay.api.SecurityScheme.OAuthFlow;
import io.patchbay.credential.Auth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What calls do for a way to authenticate that an API's description offers. */
public final class SchemeAuth {

  private SchemeAuth() {}

  /**
   * The auth of a scheme, without a credential; empty for one that Patchbay cannot follow. Where a
   * token can only be had elsewhere (implicit), it is a bearer token.
   */
  public static Optional<Auth> of(SecurityScheme scheme) {
    return Optional.ofNullable(
        switch (scheme.type()) {
          case "apiKey" -> apiKey(scheme);
          case "http" -> http(String.valueOf(scheme.scheme()).toLowerCase(Locale.ROOT));
          case "oauth2" -> oauth(scheme.flows());
          case "openIdConnect" -> new Auth.OAuth2AuthorizationCode(null);
          case "mutualTLS" -> new Auth.ClientCertificate(null);
          default -> null;
        });
  }

  private static @Nullable Auth apiKey(SecurityScheme scheme) {
    var name = scheme.name();
    if (name == null || name.isBlank()) {
      return null;
    }
    return switch (String.valueOf(scheme.in())) {
      case "header" -> new Auth.ApiKey(null, Auth.ApiKey.In.HEADER, name);
      case "query" -> new Auth.ApiKey(null, Auth.ApiKey.In.QUERY, name);
      case "cookie" -> new Auth.ApiKey(null, Auth.ApiKey.In.COOKIE, name);
      default -> null;
    };
  }

  private static @Nullable Auth http(String word) {
    return switch (word) {
      case "basic" -> new Auth.Basic(null);
      case "bearer" -> new Auth.Bearer(null);
      case "digest" -> new Auth.Digest(null);
      case "aws4-hmac-sha256" -> new Auth.AwsSigV4(null, null, null);
      default -> null;
    };
  }

  private static Auth oauth(Map<String, OAuthFlow> flows) {
    if (flows.containsKey("clientCredentials")) {
      return new Auth.OAuth2ClientCredentials(null, List.of());
    }
    if (flows.containsKey("authorizationCode")) {
      return new Auth.OAuth2AuthorizationCode(null);
    }
    if (flows.containsKey("password")) {
      return new Auth.OAuth2Password(null, List.of());
    }
    return new Auth.Bearer(null);
  }

  /** The flow of the first scheme that this auth follows; empty when none is described. */
  public static Optional<OAuthFlow> flow(Map<String, SecurityScheme> schemes, Auth auth) {
    var name =
        switch (auth) {
          case Auth.OAuth2ClientCredentials _ -> "clientCredentials";
          case Auth.OAuth2AuthorizationCode _ -> "authorizationCode";
          case Auth.OAuth2Password _ -> "password";
          default -> "";
        };
    return schemes.values().stream()
        .map(scheme -> scheme.flows().get(name))
        .filter(flow -> flow != null)
        .findFirst();
  }
}
