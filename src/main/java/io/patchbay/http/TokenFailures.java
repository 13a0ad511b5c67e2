package io.patchbay.http;

import io.patchbay.common.Failure;
import io.patchbay.credential.OAuthClient.ClientAuth;
import io.patchbay.http.TokenReply.Refused;

/** Says why there is no token, and what to do about it. */
final class TokenFailures {

  private TokenFailures() {}

  static Failure of(TokenSource source, Refused refused) {
    return of(source, refused.trouble(), refused.error());
  }

  /**
   * @param error what the endpoint said, its code first
   */
  static Failure of(TokenSource source, TokenTrouble trouble, String error) {
    var credential = source.credential().name();
    var said = error.endsWith(".") ? error.substring(0, error.length() - 1) : error;
    var detail =
        trouble == TokenTrouble.SIGN_IN
            ? "Credential '%s' needs somebody to sign in: %s.".formatted(credential, said)
            : "%s gave no token for client '%s' of credential '%s': %s."
                .formatted(
                    source.client().tokenUrl(), source.client().clientId(), credential, said);
    var hint = hint(source, error.split(":", 2)[0]);
    return Failure.of(
        Failure.Kind.AUTH,
        trouble == TokenTrouble.SIGN_IN ? "Sign in again" : "No OAuth token",
        detail + " " + (hint.isEmpty() ? "" : hint + " ") + "Nothing was sent to the API.");
  }

  private static String hint(TokenSource source, String code) {
    return switch (code) {
      case "invalid_client" ->
          "Check the client id and %s, and whether the server takes %s."
              .formatted(proof(source.client().clientAuth()), source.clientAuth());
      case "unauthorized_client", "unsupported_grant_type" ->
          "Allow the client the grant %s at the server.".formatted(source.grant());
      case "invalid_scope" ->
          source.scopes().isEmpty()
              ? "The server wants scopes; enter them in the credential."
              : "Check the scopes (%s) and whether the client may have them."
                  .formatted(String.join(" ", source.scopes()));
      case "invalid_target" -> "Check audience and resources of the credential.";
      case "invalid_grant" ->
          switch (source.grant()) {
            case "password" -> "Check user name and password.";
            case "refresh_token" -> "";
            default ->
                "Check issuer, subject and audience of the assertion, the private key, and the clocks of both servers.";
          };
      default -> "";
    };
  }

  private static String proof(ClientAuth auth) {
    return switch (auth) {
      case BASIC, POST -> "the client secret";
      case PRIVATE_KEY_JWT -> "the private key with its key id and algorithm";
      case TLS -> "the client certificate";
      case NONE -> "whether the client is a public one";
    };
  }
}
