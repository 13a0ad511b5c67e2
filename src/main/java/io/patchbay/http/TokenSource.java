package io.patchbay.http;

import io.patchbay.common.Json;
import io.patchbay.credential.Credential;
import io.patchbay.credential.CredentialSettings.OAuth2AuthorizationCode;
import io.patchbay.credential.CredentialSettings.OAuth2JwtBearer;
import io.patchbay.credential.CredentialSettings.OAuth2Password;
import io.patchbay.credential.OAuthClient;
import io.patchbay.http.Connector.Wish;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose tokens: a credential and what is asked for with it.
 *
 * @param scopes the API's, or the credential's own
 * @param via how the call that needs a token connects; absent without a call
 */
record TokenSource(
    Credential credential, OAuthClient client, List<String> scopes, @Nullable Wish via) {

  TokenSource {
    scopes = scopes.size() < 2 ? scopes : scopes.stream().distinct().toList();
  }

  static TokenSource of(Credential credential, OAuthClient client, List<String> scopes) {
    return new TokenSource(credential, client, scopes.isEmpty() ? client.scopes() : scopes, null);
  }

  /** The same for a call that connects like this. */
  TokenSource via(Wish wish) {
    return new TokenSource(credential, client, scopes, wish);
  }

  /** The grant type by which tokens are renewed. */
  String grant() {
    return switch (client) {
      case OAuth2AuthorizationCode _ -> "refresh_token";
      case OAuth2JwtBearer _ -> "urn:ietf:params:oauth:grant-type:jwt-bearer";
      case OAuth2Password _ -> "password";
      default -> "client_credentials";
    };
  }

  /** How the client proves itself, in the registered words. */
  String clientAuth() {
    return switch (client.clientAuth()) {
      case BASIC -> "client_secret_basic";
      case POST -> "client_secret_post";
      case PRIVATE_KEY_JWT -> "private_key_jwt";
      case TLS -> "tls_client_auth";
      case NONE -> "none";
    };
  }

  /** The key in memory: a credential's revision stands for all that it holds. */
  Key key() {
    return new Key(credential.id(), credential.revision(), scopes);
  }

  /** The key in the database. */
  byte[] cacheKey() {
    var parts =
        List.of(
            credential.id(),
            credential.revision(),
            grant(),
            client.tokenUrl(),
            client.clientId(),
            scopes,
            client.audience() == null ? "" : client.audience(),
            client.resources(),
            client.parameters());
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(Json.write(parts).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  record Key(UUID credential, long revision, List<String> scopes) {}
}
