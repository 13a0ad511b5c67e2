package io.patchbay.http;

import io.patchbay.credential.Auth;
import io.patchbay.credential.Credential;

/** Makes calls with one kind of auth: puts the credential in, and answers what the API asks. */
interface Authenticator<A extends Auth> {

  /**
   * Hands the request on with the credential in it, as often as needed.
   *
   * @param credential was checked to fit and to be allowed to go there
   */
  Answer authenticate(
      Call call, Outgoing request, CallInterceptor.Next next, A auth, Credential credential);
}
