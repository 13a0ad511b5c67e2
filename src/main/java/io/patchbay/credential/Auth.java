package io.patchbay.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How calls of an API authenticate, as it stands in the API document: the kind, what belongs to the
 * API, and the name of the credential in the workspace. Never a secret.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Auth.None.class, name = "none"),
  @JsonSubTypes.Type(value = Auth.Basic.class, name = "basic"),
  @JsonSubTypes.Type(value = Auth.Bearer.class, name = "bearer"),
  @JsonSubTypes.Type(value = Auth.ApiKey.class, name = "apiKey"),
  @JsonSubTypes.Type(value = Auth.OAuth2ClientCredentials.class, name = "oauth2ClientCredentials")
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface Auth {

  /**
   * The name of the credential in the workspace that makes the call; empty when none is needed or
   * none is chosen yet.
   */
  default Optional<String> credentialName() {
    return Optional.ofNullable(
        switch (this) {
          case None _ -> null;
          case Basic basic -> basic.credential();
          case Bearer bearer -> bearer.credential();
          case ApiKey apiKey -> apiKey.credential();
          case OAuth2ClientCredentials oauth -> oauth.credential();
        });
  }

  /** The same with another credential. */
  default Auth withCredential(@Nullable String name) {
    return switch (this) {
      case None none -> none;
      case Basic _ -> new Basic(name);
      case Bearer _ -> new Bearer(name);
      case ApiKey apiKey -> new ApiKey(name, apiKey.in(), apiKey.name());
      case OAuth2ClientCredentials oauth -> new OAuth2ClientCredentials(name, oauth.scopes());
    };
  }

  /** Whether a credential with these settings can do it. */
  default boolean fits(CredentialSettings settings) {
    return switch (this) {
      case None _ -> true;
      case Basic _ -> settings instanceof CredentialSettings.Basic;
      case Bearer _ -> settings instanceof CredentialSettings.Bearer;
      case ApiKey _ -> settings instanceof CredentialSettings.ApiKey;
      case OAuth2ClientCredentials _ ->
          settings instanceof CredentialSettings.OAuth2ClientCredentials;
    };
  }

  /** No authentication. */
  record None() implements Auth {}

  /** User name and password, RFC 7617. */
  record Basic(@Nullable String credential) implements Auth {}

  /** A token that does not change, RFC 6750 section 2.1. */
  record Bearer(@Nullable String credential) implements Auth {}

  /**
   * A key under a name of the API's choice.
   *
   * @param in where the key goes; header when left out
   * @param name the name of the header, query parameter or cookie
   */
  record ApiKey(@Nullable String credential, In in, String name) implements Auth {

    public ApiKey {
      in = in == null ? In.HEADER : in;
      name = name == null || name.isBlank() ? "X-API-Key" : name;
    }

    /** Where an API key goes. */
    public enum In {
      @JsonProperty("header")
      HEADER,
      @JsonProperty("query")
      QUERY,
      @JsonProperty("cookie")
      COOKIE;

      /** The name in documents. */
      public String word() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  /**
   * A token of the token URL in the credential, RFC 6749 section 4.4, cached until shortly before
   * it expires.
   *
   * @param scopes asked for in place of the credential's own; empty means the credential's
   */
  record OAuth2ClientCredentials(@Nullable String credential, List<String> scopes) implements Auth {

    public OAuth2ClientCredentials {
      scopes = scopes == null ? List.of() : List.copyOf(scopes);
    }
  }
}
