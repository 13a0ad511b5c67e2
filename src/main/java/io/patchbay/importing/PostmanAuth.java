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
          case "digest" ->
              Login.digest(setting(settings, "username"), setting(settings, "password"));
          case "awsv4" ->
              Login.aws(
                  setting(settings, "region"),
                  setting(settings, "service"),
                  setting(settings, "accessKey"),
                  setting(settings, "secretKey"),
                  setting(settings, "sessionToken"));
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
    if (grant.isEmpty() && tokenUrl.isEmpty()) {
      return Login.bearer(setting(settings, "accessToken"));
    }
    return switch (grant) {
      case "client_credentials" ->
          login(
              new Auth.OAuth2ClientCredentials(null, List.of()),
              scheme("clientCredentials", settings, tokenUrl),
              settings);
      case "password_credentials", "password" ->
          login(
              new Auth.OAuth2Password(null, List.of()),
              scheme("password", settings, tokenUrl),
              settings);
      case "implicit" -> Login.byHand(scheme("implicit", settings, tokenUrl));
      default ->
          login(
              new Auth.OAuth2AuthorizationCode(null),
              scheme("authorizationCode", settings, tokenUrl),
              settings);
    };
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

  private Login login(Auth auth, SecurityScheme scheme, JsonNode settings) {
    String tokenUrl = setting(settings, "accessTokenUrl");
    String secret = setting(settings, "clientSecret");
    boolean isPublic = secret.isBlank() && !(auth instanceof Auth.OAuth2ClientCredentials);
    if ((Placeholders.isOnly(secret) && !isPublic) || Placeholders.isOnly(tokenUrl)) {
      return new Login(auth, scheme, null);
    }
    var document = Login.document(auth.kind());
    document.put("tokenUrl", tokenUrl).put("clientId", setting(settings, "clientId"));
    if (!isPublic) {
      document.put("clientSecret", secret);
    }
    boolean inBody = setting(settings, "client_authentication").equals("body");
    document.put("clientAuth", isPublic ? "none" : inBody ? "post" : "basic");
    if (auth instanceof Auth.OAuth2AuthorizationCode) {
      String authorizationUrl = setting(settings, "authUrl");
      if (Placeholders.isOnly(authorizationUrl)) {
        return new Login(auth, scheme, null);
      }
      document.put("authorizationUrl", authorizationUrl);
    }
    if (auth instanceof Auth.OAuth2Password) {
      String password = setting(settings, "password");
      if (Placeholders.isOnly(password)) {
        return new Login(auth, scheme, null);
      }
      document.put("username", setting(settings, "username")).put("password", password);
    }
    var scopes = document.putArray("scopes");
    scopes(settings).forEach(scopes::add);
    return new Login(auth, scheme, document);
  }
}
