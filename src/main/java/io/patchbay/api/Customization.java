package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.patchbay.credential.Auth;
import io.patchbay.credential.SignRecipe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Changes how a call is made. Sits on an API, on a method, or as a node on the canvas of a flow;
 * applied in that order, except that what signs comes after all else. Values are literals or hold
 * {@code {{ expressions }}} over the flow's names, {@code request} and, after the answer, {@code
 * response}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Customization.Headers.class, name = "headers"),
  @JsonSubTypes.Type(value = Customization.Query.class, name = "query"),
  @JsonSubTypes.Type(value = Customization.ClientCertificate.class, name = "clientCertificate"),
  @JsonSubTypes.Type(value = Customization.Credential.class, name = "credential"),
  @JsonSubTypes.Type(value = Customization.Body.class, name = "body"),
  @JsonSubTypes.Type(value = Customization.Sign.class, name = "sign"),
  @JsonSubTypes.Type(value = Customization.Response.class, name = "response"),
  @JsonSubTypes.Type(value = Customization.Policy.class, name = "policy"),
  @JsonSubTypes.Type(value = Customization.IdempotencyKey.class, name = "idempotencyKey")
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface Customization {

  /** The name for people; absent means its kind. */
  @Nullable String name();

  /** The kind's name in documents. */
  @JsonIgnore
  default String kind() {
    return switch (this) {
      case Headers _ -> "headers";
      case Query _ -> "query";
      case ClientCertificate _ -> "clientCertificate";
      case Credential _ -> "credential";
      case Body _ -> "body";
      case Sign _ -> "sign";
      case Response _ -> "response";
      case Policy _ -> "policy";
      case IdempotencyKey _ -> "idempotencyKey";
    };
  }

  /** The same under another name. */
  default Customization withName(@Nullable String newName) {
    return switch (this) {
      case Headers it -> new Headers(newName, it.set(), it.append(), it.remove());
      case Query it -> new Query(newName, it.set(), it.append(), it.remove());
      case ClientCertificate it -> new ClientCertificate(newName, it.certificate());
      case Credential it -> new Credential(newName, it.credential(), it.auth());
      case Body it -> new Body(newName, it.value(), it.contentType());
      case Sign it -> new Sign(newName, it.credential(), it.recipe());
      case Response it ->
          new Response(
              newName, it.when(), it.status(), it.set(), it.remove(), it.body(), it.fail());
      case Policy it -> new Policy(newName, it.policies());
      case IdempotencyKey it -> new IdempotencyKey(newName, it.header(), it.value());
    };
  }

  /**
   * Sets, appends and removes request headers. Names are compared without case; what is removed is
   * removed before anything is set.
   *
   * @param set header name to value; an expression without a value sends no header
   * @param append header name to a value that is added to those that are there, with a comma
   * @param remove header names, also default ones
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Headers(
      @Nullable String name,
      Map<String, String> set,
      Map<String, String> append,
      List<String> remove)
      implements Customization {

    public Headers {
      set = set == null ? Map.of() : new LinkedHashMap<>(set);
      append = append == null ? Map.of() : new LinkedHashMap<>(append);
      remove = remove == null ? List.of() : List.copyOf(remove);
    }
  }

  /**
   * Sets, appends and removes query parameters; what is removed is removed before anything is set.
   *
   * @param set parameter name to value; an expression without a value sends no parameter
   * @param append parameter name to a further value
   * @param remove parameter names
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Query(
      @Nullable String name,
      Map<String, String> set,
      Map<String, String> append,
      List<String> remove)
      implements Customization {

    public Query {
      set = set == null ? Map.of() : new LinkedHashMap<>(set);
      append = append == null ? Map.of() : new LinkedHashMap<>(append);
      remove = remove == null ? List.of() : List.copyOf(remove);
    }
  }

  /**
   * Shows another client certificate in the TLS handshake.
   *
   * @param certificate its name in the workspace
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record ClientCertificate(@Nullable String name, @Nullable String certificate)
      implements Customization {}

  /**
   * Authenticates with another credential.
   *
   * @param credential its name in the workspace, in place of the one of the API's auth
   * @param auth in place of the API's own kind of auth; its credential is {@code credential}
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Credential(@Nullable String name, @Nullable String credential, @Nullable Auth auth)
      implements Customization {}

  /**
   * Sends another body.
   *
   * @param value the new body, sent as the content type says: JSON when there is none
   * @param contentType in place of the method's own
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Body(
      @Nullable String name,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode value,
      @Nullable String contentType)
      implements Customization {}

  /**
   * Signs the request with a shared key.
   *
   * @param credential the name of a credential of kind hmac
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Sign(@Nullable String name, @Nullable String credential, SignRecipe recipe)
      implements Customization {

    public Sign {
      recipe = recipe == null ? SignRecipe.EMPTY : recipe;
    }
  }

  /**
   * Changes the answer before its status is looked at.
   *
   * @param when an expression that says whether it applies; always when left out
   * @param status a number or an expression; with it a 404 can become a success
   * @param set response header name to value
   * @param remove response header names
   * @param body the new body
   * @param fail fails the call with this message
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Response(
      @Nullable String name,
      @Nullable String when,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode status,
      Map<String, String> set,
      List<String> remove,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode body,
      @Nullable String fail)
      implements Customization {

    public Response {
      set = set == null ? Map.of() : new LinkedHashMap<>(set);
      remove = remove == null ? List.of() : List.copyOf(remove);
    }
  }

  /** Other policies for these calls; what they leave out stays. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Policy(@Nullable String name, Policies policies) implements Customization {

    public Policy {
      policies = policies == null ? Policies.NONE : policies;
    }
  }

  /**
   * Sends a key that stays the same over all attempts of a call, so that the API can tell a repeat
   * from a new request; with it a call may be repeated whatever its verb.
   *
   * @param header the name of the header; {@code Idempotency-Key} when left out
   * @param value in place of a key of Patchbay's own making
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record IdempotencyKey(@Nullable String name, String header, @Nullable String value)
      implements Customization {

    public IdempotencyKey {
      header = header == null || header.isBlank() ? "Idempotency-Key" : header.strip();
    }
  }
}
