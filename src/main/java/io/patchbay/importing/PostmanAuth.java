package io.patchbay.importing;

import io.patchbay.api.SecurityScheme;
import io.patchbay.api.SecurityScheme.OAuthFlow;
import io.patchbay.credential.Auth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads how a request, a folder or a collection of Postman authenticates. */
final class PostmanAuth {

  private final PostmanVariables variables;

  PostmanAuth(PostmanVariables variables) {
    this.variables = variables;
  }

  /** Nothing when it does not say. */
  Optional<Login> read(JsonNode auth) {
    String type = PostmanText.of(auth.path("type"), "").toLowerCase(Locale.ROOT);
    if (!auth.isObject() || type.isEmpty()) {
      return Optional.empty();
    }
    JsonNode settings = auth.path(PostmanText.of(auth.path("type"), ""));
    return Optional.of(
        switch (type) {
          case "noauth" -> Login.NONE;
          case "basic" -> Login.basic(setting(settings, "username"), setting(settings, "password"));
          case "bearer" -> Login.bearer(setting(settings, "token"));
          case "apikey" -> apiKey(settings);
          case "oauth2" -> oauth(settings);
          default -> Login.byHand(Login.http(type));
        });
  }

  /** Version 2.1 has a list of keys and values, version 2.0 an object. */
  private String setting(JsonNode settings, String key) {
    JsonNode found = settings.path(key);
    if (settings.isArray()) {
      for (JsonNode entry : settings) {
        if (PostmanText.of(entry.path("key"), "").equals(key)) {
          found = entry.path("value");
        }
      }
    }
    return variables.filled(PostmanText.of(found, ""));
  }

  private Login apiKey(JsonNode settings) {
    String name = setting(settings, "key");
    var in =
        setting(settings, "in").equalsIgnoreCase("query")
            ? Auth.ApiKey.In.QUERY
            : Auth.ApiKey.In.HEADER;
    return Login.apiKey(
        in, name.isBlank() || name.contains("{{") ? "X-API-Key" : name, setting(settings, "value"));
  }

  private Login oauth(JsonNode settings) {
    String grant = setting(settings, "grant_type").toLowerCase(Locale.ROOT);
    String tokenUrl = setting(settings, "accessTokenUrl");
    if (grant.equals("client_credentials")) {
      return clientCredentials(settings, tokenUrl);
    }
    if (grant.isEmpty() && tokenUrl.isEmpty()) {
      return Login.bearer(setting(settings, "accessToken"));
    }
    String flow =
        switch (grant) {
          case "implicit" -> "implicit";
          case "password_credentials", "password" -> "password";
          default -> "authorizationCode";
        };
    return Login.byHand(scheme(flow, settings, tokenUrl));
  }

  private SecurityScheme scheme(String flow, JsonNode settings, String tokenUrl) {
    Map<String, String> scopes = new LinkedHashMap<>();
    scopes(settings).forEach(scope -> scopes.put(scope, ""));
    var described =
        new OAuthFlow(
            orNull(setting(settings, "authUrl")),
            orNull(tokenUrl),
            orNull(setting(settings, "refreshTokenUrl")),
            scopes);
    return new SecurityScheme(
        "oauth2", null, null, null, null, null, Map.of(flow, described), null);
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }

  private List<String> scopes(JsonNode settings) {
    return Arrays.stream(setting(settings, "scope").split("\\s+"))
        .filter(scope -> !scope.isBlank() && !scope.contains("{{"))
        .toList();
  }

  private Login clientCredentials(JsonNode settings, String tokenUrl) {
    var scheme = scheme("clientCredentials", settings, tokenUrl);
    var auth = new Auth.OAuth2ClientCredentials(null, List.of());
    String id = setting(settings, "clientId");
    String secret = setting(settings, "clientSecret");
    if (Placeholders.isOnly(secret) || Placeholders.isOnly(tokenUrl)) {
      return new Login(auth, scheme, null);
    }
    var document = Login.document("oauth2ClientCredentials");
    document.put("tokenUrl", tokenUrl).put("clientId", id).put("clientSecret", secret);
    document.put(
        "clientAuth", setting(settings, "client_authentication").equals("body") ? "post" : "basic");
    var scopes = document.putArray("scopes");
    scopes(settings).forEach(scopes::add);
    return new Login(auth, scheme, document);
  }
}
