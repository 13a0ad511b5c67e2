package io.patchbay.credential;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.patchbay.common.InvalidException.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a credential without its secrets, by kind. A new kind is one record here and one
 * case in the http package that sends it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CredentialSettings.Basic.class, name = "basic"),
  @JsonSubTypes.Type(value = CredentialSettings.Bearer.class, name = "bearer"),
  @JsonSubTypes.Type(value = CredentialSettings.ApiKey.class, name = "apiKey"),
  @JsonSubTypes.Type(
      value = CredentialSettings.OAuth2ClientCredentials.class,
      name = "oauth2ClientCredentials"),
  @JsonSubTypes.Type(
      value = CredentialSettings.OAuth2AuthorizationCode.class,
      name = "oauth2AuthorizationCode"),
  @JsonSubTypes.Type(value = CredentialSettings.OAuth2JwtBearer.class, name = "oauth2JwtBearer"),
  @JsonSubTypes.Type(value = CredentialSettings.OAuth2Password.class, name = "oauth2Password"),
  @JsonSubTypes.Type(value = CredentialSettings.Digest.class, name = "digest"),
  @JsonSubTypes.Type(value = CredentialSettings.AwsSigV4.class, name = "awsSigV4"),
  @JsonSubTypes.Type(value = CredentialSettings.Hmac.class, name = "hmac")
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface CredentialSettings
    permits OAuthClient,
        CredentialSettings.Basic,
        CredentialSettings.Bearer,
        CredentialSettings.ApiKey,
        CredentialSettings.Digest,
        CredentialSettings.AwsSigV4,
        CredentialSettings.Hmac {

  /** The kind's name in documents. */
  @JsonIgnore
  String kind();

  /** The secrets that a credential with these settings holds, the main one first. */
  @JsonIgnore
  List<SecretField> secrets();

  /** Another origin than the API's that the secret is sent to. */
  @JsonIgnore
  default Optional<Origin> otherOrigin() {
    return Optional.empty();
  }

  /** All that is wrong, each at its field; empty when it is complete. */
  default List<Problem> problems() {
    return List.of();
  }

  /** User name and password. */
  record Basic(String username) implements CredentialSettings {

    public Basic {
      username = username == null ? "" : username;
    }

    @Override
    public String kind() {
      return "basic";
    }

    @Override
    public List<SecretField> secrets() {
      return List.of(SecretField.required("password"));
    }

    @Override
    public List<Problem> problems() {
      return UserName.problems(username);
    }
  }

  /** A token that does not change. */
  record Bearer() implements CredentialSettings {

    @Override
    public String kind() {
      return "bearer";
    }

    @Override
    public List<SecretField> secrets() {
      return List.of(SecretField.required("token"));
    }
  }

  /**
   * One or several keys; the API says under which names they are sent.
   *
   * @param values the names of further values next to the main one, whose field is "value"
   */
  record ApiKey(List<String> values) implements CredentialSettings {

    public ApiKey {
      values = values == null ? List.of() : List.copyOf(values);
    }

    @Override
    public String kind() {
      return "apiKey";
    }

    @Override
    public List<SecretField> secrets() {
      var fields = new ArrayList<SecretField>();
      fields.add(SecretField.required("value"));
      values.forEach(name -> fields.add(SecretField.required(name)));
      return fields;
    }

    @Override
    public List<Problem> problems() {
      var problems = new ArrayList<Problem>();
      for (int i = 0; i < values.size(); i++) {
        var name = values.get(i);
        if (!name.matches("[A-Za-z][A-Za-z0-9_-]*") || CredentialDocument.isTaken(name)) {
          problems.add(
              new Problem(
                  "values[%d]".formatted(i),
                  "'%s' cannot be the name of a further value: use a letter, then letters, digits, _ and -."
                      .formatted(name)));
        } else if (values.indexOf(name) < i) {
          problems.add(
              new Problem("values[%d]".formatted(i), "There are two values '%s'.".formatted(name)));
        }
      }
      return problems;
    }
  }

  /**
   * OAuth 2.0 client credentials, RFC 6749 section 4.4; see {@link OAuthClient}.
   *
   * @param issuer the server that the addresses were discovered at (RFC 8414); absent when they
   *     were entered by hand
   */
  record OAuth2ClientCredentials(
      String tokenUrl,
      String clientId,
      ClientAuth clientAuth,
      List<String> scopes,
      @Nullable String audience,
      List<String> resources,
      Map<String, String> parameters,
      @Nullable AssertionKey assertion,
      @Nullable String certificate,
      @Nullable String issuer)
      implements OAuthClient {

    public OAuth2ClientCredentials {
      tokenUrl = OAuthClients.text(tokenUrl);
      clientId = OAuthClients.text(clientId);
      clientAuth = clientAuth == null ? ClientAuth.BASIC : clientAuth;
      scopes = OAuthClients.list(scopes);
      audience = OAuthClients.textOrNull(audience);
      resources = OAuthClients.list(resources);
      parameters = OAuthClients.map(parameters);
      certificate = OAuthClients.textOrNull(certificate);
      issuer = OAuthClients.textOrNull(issuer);
    }

    @Override
    public String kind() {
      return "oauth2ClientCredentials";
    }

    @Override
    public List<SecretField> secrets() {
      return OAuthClients.secrets(this);
    }

    @Override
    public Optional<Origin> otherOrigin() {
      return Optional.of(Origin.of(tokenUrl));
    }

    @Override
    public List<Problem> problems() {
      return OAuthClients.problems(this);
    }
  }

  /**
   * OAuth 2.0 authorization code with PKCE, RFC 6749 section 4.1 and RFC 7636: a person consents in
   * the browser once, the refresh token renews from then on.
   *
   * @param authorizationUrl where the person is sent to
   * @param authorizationParameters further query parameters of that address, such as {@code
   *     access_type=offline}
   * @param issuer the server that names itself in {@code iss} of its answers (RFC 9207); checked
   *     when known
   */
  record OAuth2AuthorizationCode(
      String authorizationUrl,
      String tokenUrl,
      String clientId,
      ClientAuth clientAuth,
      List<String> scopes,
      @Nullable String audience,
      List<String> resources,
      Map<String, String> authorizationParameters,
      Map<String, String> parameters,
      @Nullable AssertionKey assertion,
      @Nullable String certificate,
      @Nullable String issuer)
      implements OAuthClient {

    public OAuth2AuthorizationCode {
      authorizationUrl = OAuthClients.text(authorizationUrl);
      authorizationParameters = OAuthClients.map(authorizationParameters);
      tokenUrl = OAuthClients.text(tokenUrl);
      clientId = OAuthClients.text(clientId);
      clientAuth = clientAuth == null ? ClientAuth.BASIC : clientAuth;
      scopes = OAuthClients.list(scopes);
      audience = OAuthClients.textOrNull(audience);
      resources = OAuthClients.list(resources);
      parameters = OAuthClients.map(parameters);
      certificate = OAuthClients.textOrNull(certificate);
      issuer = OAuthClients.textOrNull(issuer);
    }

    @Override
    public String kind() {
      return "oauth2AuthorizationCode";
    }

    @Override
    public List<SecretField> secrets() {
      return OAuthClients.secrets(this);
    }

    @Override
    public Optional<Origin> otherOrigin() {
      return Optional.of(Origin.of(tokenUrl));
    }

    @Override
    public List<Problem> problems() {
      var problems = new ArrayList<>(OAuthClients.problems(this));
      OAuthClients.address("authorizationUrl", "The authorization URL", authorizationUrl, problems);
      OAuthClients.reserved(
          "authorizationParameters",
          authorizationParameters,
          List.of(
              "response_type",
              "client_id",
              "redirect_uri",
              "scope",
              "state",
              "code_challenge",
              "code_challenge_method"),
          problems);
      return problems;
    }
  }

  /**
   * OAuth 2.0 JWT bearer grant, RFC 7523 section 2.1, as service accounts have it.
   *
   * @param issuedBy the claim {@code iss}
   * @param subject the claim {@code sub}; as {@code iss} when left out
   * @param intendedFor the claim {@code aud}; the token URL when left out
   * @param lifetimeSeconds how long an assertion holds, 1 to 3,600; 300 when left out
   * @param claims further claims
   */
  record OAuth2JwtBearer(
      String issuedBy,
      @Nullable String subject,
      @Nullable String intendedFor,
      @Nullable Integer lifetimeSeconds,
      Map<String, String> claims,
      String tokenUrl,
      String clientId,
      ClientAuth clientAuth,
      List<String> scopes,
      @Nullable String audience,
      List<String> resources,
      Map<String, String> parameters,
      @Nullable AssertionKey assertion,
      @Nullable String certificate,
      @Nullable String issuer)
      implements OAuthClient {

    public OAuth2JwtBearer {
      issuedBy = OAuthClients.text(issuedBy);
      subject = OAuthClients.textOrNull(subject);
      intendedFor = OAuthClients.textOrNull(intendedFor);
      claims = OAuthClients.map(claims);
      tokenUrl = OAuthClients.text(tokenUrl);
      clientId = OAuthClients.text(clientId);
      clientAuth = clientAuth == null ? ClientAuth.NONE : clientAuth;
      scopes = OAuthClients.list(scopes);
      audience = OAuthClients.textOrNull(audience);
      resources = OAuthClients.list(resources);
      parameters = OAuthClients.map(parameters);
      certificate = OAuthClients.textOrNull(certificate);
      issuer = OAuthClients.textOrNull(issuer);
    }

    @Override
    public String kind() {
      return "oauth2JwtBearer";
    }

    @Override
    public List<SecretField> secrets() {
      return OAuthClients.secrets(this);
    }

    @Override
    public Optional<Origin> otherOrigin() {
      return Optional.of(Origin.of(tokenUrl));
    }

    @Override
    public List<Problem> problems() {
      var problems = new ArrayList<>(OAuthClients.problems(this));
      if (issuedBy.isEmpty()) {
        problems.add(new Problem("issuedBy", "Say who issues the assertion (iss)."));
      }
      if (lifetimeSeconds != null && (lifetimeSeconds < 1 || lifetimeSeconds > 3_600)) {
        problems.add(new Problem("lifetimeSeconds", "Give 1 to 3,600 seconds."));
      }
      OAuthClients.reserved(
          "claims", claims, List.of("iss", "sub", "aud", "exp", "iat", "jti", "scope"), problems);
      return problems;
    }
  }

  /**
   * OAuth 2.0 password grant, RFC 6749 section 4.3; only for servers that offer nothing better.
   *
   * @param issuer the server that the addresses were discovered at (RFC 8414); absent when they
   *     were entered by hand
   */
  record OAuth2Password(
      String username,
      String tokenUrl,
      String clientId,
      ClientAuth clientAuth,
      List<String> scopes,
      @Nullable String audience,
      List<String> resources,
      Map<String, String> parameters,
      @Nullable AssertionKey assertion,
      @Nullable String certificate,
      @Nullable String issuer)
      implements OAuthClient {

    public OAuth2Password {
      username = OAuthClients.text(username);
      tokenUrl = OAuthClients.text(tokenUrl);
      clientId = OAuthClients.text(clientId);
      clientAuth = clientAuth == null ? ClientAuth.BASIC : clientAuth;
      scopes = OAuthClients.list(scopes);
      audience = OAuthClients.textOrNull(audience);
      resources = OAuthClients.list(resources);
      parameters = OAuthClients.map(parameters);
      certificate = OAuthClients.textOrNull(certificate);
      issuer = OAuthClients.textOrNull(issuer);
    }

    @Override
    public String kind() {
      return "oauth2Password";
    }

    @Override
    public List<SecretField> secrets() {
      return OAuthClients.secrets(this);
    }

    @Override
    public Optional<Origin> otherOrigin() {
      return Optional.of(Origin.of(tokenUrl));
    }

    @Override
    public List<Problem> problems() {
      var problems = new ArrayList<>(OAuthClients.problems(this));
      if (username.isEmpty()) {
        problems.add(new Problem("username", "Enter the user name."));
      }
      return problems;
    }
  }

  /** User name and password for Digest, RFC 7616. */
  record Digest(String username) implements CredentialSettings {

    public Digest {
      username = username == null ? "" : username;
    }

    @Override
    public String kind() {
      return "digest";
    }

    @Override
    public List<SecretField> secrets() {
      return List.of(SecretField.required("password"));
    }

    @Override
    public List<Problem> problems() {
      return UserName.problems(username);
    }
  }

  /** An access key of AWS; the session token only belongs to temporary ones. */
  record AwsSigV4(String accessKeyId) implements CredentialSettings {

    public AwsSigV4 {
      accessKeyId = OAuthClients.text(accessKeyId);
    }

    @Override
    public String kind() {
      return "awsSigV4";
    }

    @Override
    public List<SecretField> secrets() {
      return List.of(SecretField.required("secretAccessKey"), SecretField.optional("sessionToken"));
    }

    @Override
    public List<Problem> problems() {
      return accessKeyId.isEmpty()
          ? List.of(new Problem("accessKeyId", "Enter the access key id."))
          : List.of();
    }
  }

  /**
   * A shared key that requests are signed with.
   *
   * @param keyId what recipes see as {@code keyId}; absent when the API wants none
   */
  record Hmac(@Nullable String keyId) implements CredentialSettings {

    public Hmac {
      keyId = OAuthClients.textOrNull(keyId);
    }

    @Override
    public String kind() {
      return "hmac";
    }

    @Override
    public List<SecretField> secrets() {
      return List.of(SecretField.required("secret"));
    }
  }
}
