package io.patchbay.credential;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
  @JsonSubTypes.Type(value = Auth.OAuth2ClientCredentials.class, name = "oauth2ClientCredentials"),
  @JsonSubTypes.Type(value = Auth.OAuth2AuthorizationCode.class, name = "oauth2AuthorizationCode"),
  @JsonSubTypes.Type(value = Auth.OAuth2JwtBearer.class, name = "oauth2JwtBearer"),
  @JsonSubTypes.Type(value = Auth.OAuth2Password.class, name = "oauth2Password"),
  @JsonSubTypes.Type(value = Auth.Digest.class, name = "digest"),
  @JsonSubTypes.Type(value = Auth.AwsSigV4.class, name = "awsSigV4"),
  @JsonSubTypes.Type(value = Auth.Hmac.class, name = "hmac"),
  @JsonSubTypes.Type(value = Auth.ClientCertificate.class, name = "clientCertificate")
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface Auth {

  /** The name of the credential in the workspace; absent when none is needed or chosen yet. */
  @Nullable String credential();

  /** The kind's name in documents, which is that of the credentials that can do it. */
  @JsonIgnore
  String kind();

  /**
   * The name of the credential in the workspace that makes the call; empty when none is needed or
   * none is chosen yet.
   */
  default Optional<String> credentialName() {
    return Optional.ofNullable(credential());
  }

  /** The same with another credential. */
  default Auth withCredential(@Nullable String name) {
    return switch (this) {
      case None none -> none;
      case Basic _ -> new Basic(name);
      case Bearer _ -> new Bearer(name);
      case ApiKey apiKey ->
          new ApiKey(name, apiKey.in(), apiKey.name(), apiKey.prefix(), apiKey.more());
      case OAuth2ClientCredentials oauth -> new OAuth2ClientCredentials(name, oauth.scopes());
      case OAuth2AuthorizationCode _ -> new OAuth2AuthorizationCode(name);
      case OAuth2JwtBearer oauth -> new OAuth2JwtBearer(name, oauth.scopes());
      case OAuth2Password oauth -> new OAuth2Password(name, oauth.scopes());
      case Digest _ -> new Digest(name);
      case AwsSigV4 aws -> new AwsSigV4(name, aws.region(), aws.service());
      case Hmac hmac -> new Hmac(name, hmac.recipe());
      case ClientCertificate certificate -> certificate;
    };
  }

  /** Whether it takes a credential at all. */
  @JsonIgnore
  default boolean needsCredential() {
    return !(this instanceof None || this instanceof ClientCertificate);
  }

  /** Whether a credential with these settings can do it. */
  default boolean fits(CredentialSettings settings) {
    return !needsCredential() || settings.kind().equals(kind());
  }

  /** No authentication. */
  record None() implements Auth {

    @Override
    public @Nullable String credential() {
      return null;
    }

    @Override
    public String kind() {
      return "none";
    }
  }

  /** User name and password, RFC 7617. */
  record Basic(@Nullable String credential) implements Auth {

    @Override
    public String kind() {
      return "basic";
    }
  }

  /** A token that does not change, RFC 6750 section 2.1. */
  record Bearer(@Nullable String credential) implements Auth {

    @Override
    public String kind() {
      return "bearer";
    }
  }

  /**
   * A key under a name of the API's choice.
   *
   * @param in where the key goes; header when left out
   * @param name the name of the header, query parameter or cookie
   * @param prefix stands before the key, such as {@code "Token "}; nothing when left out
   * @param more further keys of the same credential
   */
  record ApiKey(
      @Nullable String credential, In in, String name, @Nullable String prefix, List<Key> more)
      implements Auth {

    public ApiKey {
      in = in == null ? In.HEADER : in;
      name = name == null || name.isBlank() ? "X-API-Key" : name;
      prefix = prefix == null || prefix.isEmpty() ? null : prefix;
      more = more == null ? List.of() : List.copyOf(more);
    }

    /** One key. */
    public ApiKey(@Nullable String credential, In in, String name) {
      this(credential, in, name, null, List.of());
    }

    @Override
    public String kind() {
      return "apiKey";
    }

    /**
     * A further key that is sent along.
     *
     * @param value which of the credential's further values it is
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Key(In in, String name, @Nullable String prefix, String value) {

      public Key {
        in = in == null ? In.HEADER : in;
        name = name == null ? "" : name;
        prefix = prefix == null || prefix.isEmpty() ? null : prefix;
        value = value == null ? "" : value;
      }
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

  /** Authentication by an OAuth 2.0 access token, cached until shortly before it expires. */
  sealed interface OAuth2 extends Auth {

    /** Asked for in place of the credential's own; empty means the credential's. */
    default List<String> scopes() {
      return List.of();
    }
  }

  /**
   * A token of the token URL in the credential, RFC 6749 section 4.4.
   *
   * @param scopes asked for in place of the credential's own; empty means the credential's
   */
  record OAuth2ClientCredentials(@Nullable String credential, List<String> scopes)
      implements OAuth2 {

    public OAuth2ClientCredentials {
      scopes = scopes == null ? List.of() : List.copyOf(scopes);
    }

    @Override
    public String kind() {
      return "oauth2ClientCredentials";
    }
  }

  /**
   * A token for a person who consented in the browser, RFC 6749 section 4.1 with PKCE, renewed by
   * its refresh token. The scopes are the credential's: they were consented to.
   */
  record OAuth2AuthorizationCode(@Nullable String credential) implements OAuth2 {

    @Override
    public String kind() {
      return "oauth2AuthorizationCode";
    }
  }

  /**
   * A token in exchange for a signed assertion, RFC 7523 section 2.1.
   *
   * @param scopes asked for in place of the credential's own; empty means the credential's
   */
  record OAuth2JwtBearer(@Nullable String credential, List<String> scopes) implements OAuth2 {

    public OAuth2JwtBearer {
      scopes = scopes == null ? List.of() : List.copyOf(scopes);
    }

    @Override
    public String kind() {
      return "oauth2JwtBearer";
    }
  }

  /**
   * A token for a user name and password, RFC 6749 section 4.3; only for servers that offer nothing
   * better.
   *
   * @param scopes asked for in place of the credential's own; empty means the credential's
   */
  record OAuth2Password(@Nullable String credential, List<String> scopes) implements OAuth2 {

    public OAuth2Password {
      scopes = scopes == null ? List.of() : List.copyOf(scopes);
    }

    @Override
    public String kind() {
      return "oauth2Password";
    }
  }

  /** User name and password that are never sent themselves, RFC 7616. */
  record Digest(@Nullable String credential) implements Auth {

    @Override
    public String kind() {
      return "digest";
    }
  }

  /**
   * AWS Signature Version 4.
   *
   * @param region such as {@code eu-central-1}; taken from the host name when left out
   * @param service such as {@code execute-api} or {@code s3}; taken from the host name when left
   *     out
   */
  record AwsSigV4(@Nullable String credential, @Nullable String region, @Nullable String service)
      implements Auth {

    @Override
    public String kind() {
      return "awsSigV4";
    }
  }

  /**
   * A signature by a shared key.
   *
   * @param recipe what is signed and where the signature goes
   */
  record Hmac(@Nullable String credential, SignRecipe recipe) implements Auth {

    public Hmac {
      recipe = recipe == null ? SignRecipe.EMPTY : recipe;
    }

    @Override
    public String kind() {
      return "hmac";
    }
  }

  /**
   * Nothing but the client certificate of the TLS connection.
   *
   * @param certificate its name in the workspace
   */
  record ClientCertificate(@Nullable String certificate) implements Auth {

    @Override
    public @Nullable String credential() {
      return null;
    }

    @Override
    public String kind() {
      return "clientCertificate";
    }
  }
}
