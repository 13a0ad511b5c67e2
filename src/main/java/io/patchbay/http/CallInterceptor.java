package io.patchbay.http;

/** One concern of making a call, around all that comes after it. */
interface CallInterceptor {

  /** Handles the request itself, or hands it on by {@code next}, as often as needed. */
  Answer intercept(Call call, Outgoing request, Next next);

  /** The rest of the chain. */
  @FunctionalInterface
  interface Next {

    Answer proceed(Call call, Outgoing request);
  }
}
