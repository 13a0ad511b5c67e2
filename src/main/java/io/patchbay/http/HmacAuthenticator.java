package io.patchbay.http;

import io.patchbay.credential.Auth;
import io.patchbay.credential.Credential;

/** Signs each request by the recipe of the API right before it is sent. */
final class HmacAuthenticator implements Authenticator<Auth.Hmac> {

  private final RequestSigner signer;

  HmacAuthenticator(RequestSigner signer) {
    this.signer = signer;
  }

  @Override
  public Answer authenticate(
      Call call,
      Outgoing request,
      CallInterceptor.Next next,
      Auth.Hmac auth,
      Credential credential) {
    return next.proceed(
        call,
        request.signedBy(
            hop -> signer.sign(call, hop, auth.recipe(), credential, Authenticate.ORIGIN)));
  }
}
