package io.patchbay.http;

import io.patchbay.common.Failure;
import io.patchbay.credential.Auth;
import io.patchbay.credential.Credential;
import io.patchbay.credential.CredentialStore;
import io.patchbay.credential.OAuthClient;
import org.springframework.stereotype.Component;

/**
 * Sends an OAuth 2.0 access token; one that the API refuses is replaced, and the call repeated,
 * once.
 */
@Component
class OAuthAuthenticator implements Authenticator<Auth.OAuth2> {

  private final CredentialStore credentials;
  private final OAuthTokens tokens;
  private final LiveSecrets secrets;

  OAuthAuthenticator(CredentialStore credentials, OAuthTokens tokens, LiveSecrets secrets) {
    this.credentials = credentials;
    this.tokens = tokens;
    this.secrets = secrets;
  }

  @Override
  public Answer authenticate(
      Call call,
      Outgoing request,
      CallInterceptor.Next next,
      Auth.OAuth2 auth,
      Credential credential) {
    var source = source(call, credential, auth);
    var first = token(call, source);
    var answer = next.proceed(call, request.withHeader(first.authorization()));
    if (!answer.hasStatus(401) || !tokens.refused(source, first)) {
      return answer;
    }
    var second = token(call, source);
    var repeated = next.proceed(call, request.withHeader(second.authorization()));
    if (repeated.hasStatus(401)) {
      tokens.refusedAgain(source);
    }
    return repeated;
  }

  private static TokenSource source(Call call, Credential credential, Auth.OAuth2 oauth) {
    if (credential.settings() instanceof OAuthClient client) {
      return TokenSource.of(credential, client, oauth.scopes())
          .via(TokenConnections.of(call, credential, client));
    }
    throw new IllegalStateException("The credential was checked to fit");
  }

  private OAuthToken token(Call call, TokenSource source) {
    var start = System.nanoTime();
    var result = tokens.get(source, call.remaining());
    var isGuest = call.identity().isGuest();
    if (result.exchange() != null || result.token() == null) {
      call.tokenTook((System.nanoTime() - start) / 1_000, isGuest ? null : result.exchange());
    }
    if (result.token() != null) {
      call.uses(result.token().redactor());
      if (isGuest) {
        secrets.add(call.request().workspace(), result.token().reveal());
      }
      return result.token();
    }
    var failure = result.failure();
    if (failure == null) {
      throw new IllegalStateException("Neither a token nor a failure");
    }
    if (failure.kind() == Failure.Kind.AUTH) {
      credentials.failed(source.credential(), failure.detail());
    }
    throw new CallRefused(isGuest ? untold(call, failure) : failure);
  }

  /** Without what the token endpoint said, which is for the credential's owners. */
  private static Failure untold(Call call, Failure failure) {
    return Failure.of(
        failure.kind(),
        "No token",
        "The credential that is shared with API '%s' got no token. Its owners see why."
            .formatted(call.request().api().name()));
  }
}
