package io.patchbay.credential;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all credentials that get tokens at an OAuth 2.0 token endpoint have. */
public sealed interface OAuthClient extends CredentialSettings
    permits CredentialSettings.OAuth2ClientCredentials,
        CredentialSettings.OAuth2AuthorizationCode,
        CredentialSettings.OAuth2JwtBearer,
        CredentialSettings.OAuth2Password {

  /** The address of the token endpoint, RFC 6749 section 3.2. */
  String tokenUrl();

  /** The client's id; may be empty for a JWT bearer grant without client authentication. */
  String clientId();

  /** How the client proves itself. */
  ClientAuth clientAuth();

  /** Asked for unless the API asks for others. */
  List<String> scopes();

  /** Sent as {@code audience}, which some servers want; absent otherwise. */
  @Nullable String audience();

  /** Sent as {@code resource}, RFC 8707: absolute addresses without fragment. */
  List<String> resources();

  /** Further form fields of the token request. */
  Map<String, String> parameters();

  /** What signs the client's or the grant's assertion; absent when nothing is signed. */
  @Nullable AssertionKey assertion();

  /**
   * The name of the client certificate that the token endpoint asks for; absent when it asks none.
   */
  @Nullable String certificate();

  /** How the client proves itself, RFC 6749 section 2.3, RFC 7523 section 2.2, RFC 8705. */
  enum ClientAuth {
    /** {@code client_secret_basic} */
    @JsonProperty("basic")
    BASIC,
    /** {@code client_secret_post} */
    @JsonProperty("post")
    POST,
    /** {@code private_key_jwt} */
    @JsonProperty("privateKeyJwt")
    PRIVATE_KEY_JWT,
    /** {@code tls_client_auth} */
    @JsonProperty("tls")
    TLS,
    /** A public client, which only says its id. */
    @JsonProperty("none")
    NONE
  }

  /**
   * How an assertion is signed; the key itself is the secret {@code privateKey}.
   *
   * @param algorithm a JWS name (RFC 7518): RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384
   *     or ES512; by the key when left out
   * @param keyId sent as {@code kid}
   */
  record AssertionKey(@Nullable String algorithm, @Nullable String keyId) {}
}
