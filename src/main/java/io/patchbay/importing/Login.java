package io.patchbay.importing;

import io.patchbay.api.SecurityScheme;
import io.patchbay.credential.Auth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an exchange authenticates.
 *
 * @param auth as the API will do it; none where it cannot be prefilled
 * @param scheme as the API describes it; absent without any authentication
 * @param secret as the vault takes it; absent where the source has only a placeholder
 */
record Login(Auth auth, @Nullable SecurityScheme scheme, @Nullable ObjectNode secret) {

  /** Expressly without. */
  static final Login NONE = new Login(new Auth.None(), null, null);

  static Login basic(@Nullable String username, @Nullable String password) {
    var scheme = http("basic");
    if (Placeholders.isOnly(password) && Placeholders.isOnly(username)) {
      return new Login(new Auth.Basic(null), scheme, null);
    }
    var secret = document("basic");
    secret.put("username", username == null ? "" : username);
    secret.put("password", password == null ? "" : password);
    return new Login(new Auth.Basic(null), scheme, secret);
  }

  static Login digest(@Nullable String username, @Nullable String password) {
    var scheme = http("digest");
    if (Placeholders.isOnly(password) && Placeholders.isOnly(username)) {
      return new Login(new Auth.Digest(null), scheme, null);
    }
    var secret = document("digest");
    secret.put("username", username == null ? "" : username);
    secret.put("password", password == null ? "" : password);
    return new Login(new Auth.Digest(null), scheme, secret);
  }

  /** A signature for AWS; region and service are absent where the host name tells them. */
  static Login aws(
      @Nullable String region,
      @Nullable String service,
      @Nullable String accessKeyId,
      @Nullable String secretAccessKey,
      @Nullable String sessionToken) {
    var auth = new Auth.AwsSigV4(null, given(region), given(service));
    var scheme = http("aws4-hmac-sha256");
    // A key id is made of capitals, as placeholders often are.
    boolean hasKeyId =
        accessKeyId != null && !accessKeyId.isBlank() && !Placeholders.isIn(accessKeyId);
    if (Placeholders.isOnly(secretAccessKey) || !hasKeyId) {
      return new Login(auth, scheme, null);
    }
    var secret = document("awsSigV4");
    secret.put("accessKeyId", accessKeyId).put("secretAccessKey", secretAccessKey);
    if (!Placeholders.isOnly(sessionToken)) {
      secret.put("sessionToken", sessionToken);
    }
    return new Login(auth, scheme, secret);
  }

  /** A client certificate, which is uploaded by hand. */
  static Login certificate() {
    var scheme = new SecurityScheme("mutualTLS", null, null, null, null, null, Map.of(), null);
    return new Login(new Auth.ClientCertificate(null), scheme, null);
  }

  private static @Nullable String given(@Nullable String text) {
    return Placeholders.isOnly(text) ? null : text;
  }

  static Login bearer(@Nullable String token) {
    return new Login(new Auth.Bearer(null), http("bearer"), secret("bearer", "token", token));
  }

  static Login apiKey(Auth.ApiKey.In in, String name, @Nullable String value) {
    var scheme = new SecurityScheme("apiKey", null, in.word(), name, null, null, Map.of(), null);
    return new Login(new Auth.ApiKey(null, in, name), scheme, secret("apiKey", "value", value));
  }

  /** A way that the source names and that has to be chosen by hand. */
  static Login byHand(SecurityScheme scheme) {
    return new Login(new Auth.None(), scheme, null);
  }

  static SecurityScheme http(String word) {
    return new SecurityScheme("http", null, null, null, word, null, Map.of(), null);
  }

  private static @Nullable ObjectNode secret(String kind, String field, @Nullable String value) {
    return value == null || Placeholders.isOnly(value)
        ? null
        : document(kind).put(field, value.strip());
  }

  static ObjectNode document(String kind) {
    return JsonNodeFactory.instance.objectNode().put("kind", kind);
  }

  /** A name for the scheme, for example {@code bearer} or {@code X-API-Key}. */
  String schemeName() {
    return switch (auth) {
      case Auth.None _ ->
          scheme == null
              ? "none"
              : String.valueOf(scheme.scheme() == null ? scheme.type() : scheme.scheme());
      case Auth.Basic _ -> "basic";
      case Auth.Bearer _ -> "bearer";
      case Auth.ApiKey key -> key.name();
      case Auth.OAuth2 _ -> "oauth2";
      case Auth other -> other.kind();
    };
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "Login[%s]".formatted(auth);
  }
}
