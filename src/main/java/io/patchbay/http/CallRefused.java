package io.patchbay.http;

import io.patchbay.common.Failure;

/** Ends a call before anything is sent, because it is not set up right; caught by the client. */
final class CallRefused extends RuntimeException {

  private final transient Failure failure;

  CallRefused(Failure failure) {
    super(failure.detail(), null, false, false);
    this.failure = failure;
  }

  static CallRefused configuration(String detail) {
    return new CallRefused(
        Failure.of(Failure.Kind.CONFIGURATION, "The call is not set up right", detail));
  }

  Failure failure() {
    return failure;
  }
}
