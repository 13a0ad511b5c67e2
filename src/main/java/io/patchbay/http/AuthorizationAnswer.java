package io.patchbay.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a provider sent back with the browser, RFC 6749 section 4.1.2: a code, or an error.
 *
 * @param issuer who says so, RFC 9207
 */
record AuthorizationAnswer(
    @Nullable String state,
    @Nullable String code,
    @Nullable String issuer,
    @Nullable String error,
    @Nullable String description) {

  private static final List<String> NAMES =
      List.of("state", "code", "iss", "error", "error_description");

  private static final int LONGEST_TEXT = 300;

  /** Of a query; a parameter that comes twice is refused as RFC 6749 section 3.1 has it. */
  static AuthorizationAnswer of(Map<String, List<String>> query) {
    for (var name : NAMES) {
      if (query.getOrDefault(name, List.of()).size() > 1) {
        throw new ConnectRefused(
            "The answer says '%s' twice, so none of it is taken.".formatted(name));
      }
    }
    return new AuthorizationAnswer(
        text(query, "state"),
        text(query, "code"),
        text(query, "iss"),
        text(query, "error"),
        text(query, "error_description"));
  }

  /**
   * Against mix-up: an answer of one server is never taken for that of another, RFC 9207.
   *
   * @param expected the issuer that the credential names; absent when it names none
   * @param isRequired whether that server says that its answers name it
   */
  void requireIssuer(@Nullable String expected, boolean isRequired, String provider) {
    if (issuer == null && isRequired) {
      throw new ConnectRefused(
          "%s says in its metadata that its answers name it, but this one names nobody; it was not taken."
              .formatted(provider));
    }
    if (issuer != null && expected != null && !issuer.equals(expected)) {
      throw new ConnectRefused(
          "The answer names another server than the issuer of the credential, %s; it was not taken."
              .formatted(expected));
    }
  }

  /** What the error means, in a sentence. */
  String problem(String provider) {
    var said = description == null ? "" : " It says: %s".formatted(shown(description));
    var code = error == null ? "" : error;
    return switch (code) {
      case "access_denied" ->
          "%s did not give access: the consent was refused, or the account may not give it.%s"
              .formatted(provider, said);
      case "invalid_scope" ->
          "%s does not know one of the scopes of the credential, or does not give it to this client.%s"
              .formatted(provider, said);
      case "unauthorized_client", "unsupported_response_type" ->
          "The client is not allowed to ask for consent at %s; allow the authorization code grant for it there.%s"
              .formatted(provider, said);
      case "invalid_request" ->
          "%s does not take the request; check the client id and that the callback address is registered there.%s"
              .formatted(provider, said);
      case "server_error", "temporarily_unavailable" ->
          "%s has a problem of its own now; try again later.%s".formatted(provider, said);
      default -> "%s answered with the error '%s'.%s".formatted(provider, shown(code), said);
    };
  }

  private static @Nullable String text(Map<String, List<String>> query, String name) {
    var values = query.getOrDefault(name, List.of());
    return values.isEmpty() || values.getFirst().isEmpty() ? null : values.getFirst();
  }

  /** Without control characters, and not longer than a person reads. */
  private static String shown(String text) {
    var plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return plain.length() <= LONGEST_TEXT ? plain : plain.substring(0, LONGEST_TEXT) + "…";
  }
}
