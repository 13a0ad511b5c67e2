package io.patchbay.credential;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.patchbay.common.InvalidException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
      name = "oauth2ClientCredentials")
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface CredentialSettings {

  /** The kind's name in documents. */
  @JsonIgnore
  String kind();

  /** The field of the document that holds the secret. */
  @JsonIgnore
  String secretField();

  /** Another origin than the API's that the secret is sent to. */
  @JsonIgnore
  default Optional<Origin> otherOrigin() {
    return Optional.empty();
  }

  /** All that is wrong, each at its field; empty when it is complete. */
  default List<InvalidException.Problem> problems() {
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
    public String secretField() {
      return "password";
    }

    @Override
    public List<InvalidException.Problem> problems() {
      if (username.isEmpty()) {
        return List.of(new InvalidException.Problem("username", "Enter the user name."));
      }
      return username.indexOf(':') < 0
          ? List.of()
          : List.of(
              new InvalidException.Problem(
                  "username", "A user name cannot hold a colon (RFC 7617)."));
    }
  }

  /** A token that does not change. */
  record Bearer() implements CredentialSettings {

    @Override
    public String kind() {
      return "bearer";
    }

    @Override
    public String secretField() {
      return "token";
    }
  }

  /** A key; the API says under which name it is sent. */
  record ApiKey() implements CredentialSettings {

    @Override
    public String kind() {
      return "apiKey";
    }

    @Override
    public String secretField() {
      return "value";
    }
  }

  /**
   * OAuth 2.0 client credentials, RFC 6749 section 4.4.
   *
   * @param clientAuth how the client proves itself to the token endpoint; basic when left out
   * @param scopes asked for unless the API asks for others
   * @param audience sent as {@code audience}, which some servers want; absent otherwise
   * @param parameters further form fields of the token request
   */
  record OAuth2ClientCredentials(
      String tokenUrl,
      String clientId,
      ClientAuth clientAuth,
      List<String> scopes,
      @Nullable String audience,
      Map<String, String> parameters)
      implements CredentialSettings {

    private static final Set<String> RESERVED =
        Set.of("grant_type", "client_id", "client_secret", "scope", "audience");

    public OAuth2ClientCredentials {
      tokenUrl = tokenUrl == null ? "" : tokenUrl.strip();
      clientId = clientId == null ? "" : clientId;
      clientAuth = clientAuth == null ? ClientAuth.BASIC : clientAuth;
      scopes = scopes == null ? List.of() : List.copyOf(scopes);
      audience = audience == null || audience.isBlank() ? null : audience.strip();
      parameters = parameters == null ? Map.of() : new LinkedHashMap<>(parameters);
    }

    @Override
    public String kind() {
      return "oauth2ClientCredentials";
    }

    @Override
    public String secretField() {
      return "clientSecret";
    }

    @Override
    public Optional<Origin> otherOrigin() {
      return Optional.of(Origin.of(tokenUrl));
    }

    @Override
    public List<InvalidException.Problem> problems() {
      var problems = new ArrayList<InvalidException.Problem>();
      try {
        var _ = Origin.of(tokenUrl);
      } catch (InvalidException e) {
        problems.add(
            new InvalidException.Problem(
                "tokenUrl", "The token URL: " + e.problems().getFirst().message()));
      }
      if (clientId.isBlank()) {
        problems.add(new InvalidException.Problem("clientId", "Enter the client id."));
      }
      for (var name : parameters.keySet()) {
        if (RESERVED.contains(name)) {
          problems.add(
              new InvalidException.Problem(
                  "parameters." + name, "'%s' has a field of its own.".formatted(name)));
        }
      }
      return problems;
    }

    /** How the client proves itself, RFC 6749 section 2.3.1. */
    public enum ClientAuth {
      @JsonProperty("basic")
      BASIC,
      @JsonProperty("post")
      POST
    }
  }
}
