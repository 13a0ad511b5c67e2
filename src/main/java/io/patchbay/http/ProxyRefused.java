package io.patchbay.http;

import java.io.IOException;

/** The proxy did not let a request through; the origin saw nothing of it. */
final class ProxyRefused extends IOException {

  private final int status;

  ProxyRefused(Via via, int status) {
    super(
        status == 407
            ? "The proxy %s wants a sign-in (407). Choose a credential for it in the API's connection, or check the one that is chosen."
                .formatted(via.url())
            : "The proxy %s refused the connection with status %d.".formatted(via.url(), status));
    this.status = status;
  }

  int status() {
    return status;
  }

  /** Whether it may go better a moment later. */
  boolean isPassing() {
    return status == 502 || status == 503 || status == 504;
  }
}
