package io.patchbay.http;

/**
 * Masks the credential in what the API answers when another workspace lends it: an API that echoes
 * requests must not give it to the one that borrows.
 */
final class HideFromGuests implements CallInterceptor {

  @Override
  public Answer intercept(Call call, Outgoing request, Next next) {
    var answer = next.proceed(call, request);
    return call.request().isGuest() ? answer.redacted(call.redactor()) : answer;
  }
}
