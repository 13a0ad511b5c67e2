package io.patchbay.http;

import io.patchbay.credential.Auth;
import io.patchbay.credential.Credential;

/** A token that does not change in the Authorization header, RFC 6750 section 2.1. */
final class BearerAuthenticator implements Authenticator<Auth.Bearer> {

  private final UsedSecrets secrets;

  BearerAuthenticator(LiveSecrets secrets) {
    this.secrets = UsedSecrets.only(secrets);
  }

  @Override
  public Answer authenticate(
      Call call,
      Outgoing request,
      CallInterceptor.Next next,
      Auth.Bearer auth,
      Credential credential) {
    secrets.in(call, credential);
    var value = "Bearer " + credential.secret("token").reveal();
    return next.proceed(call, request.withSecretHeader("Authorization", value));
  }
}
