package io.patchbay.http;

import java.io.IOException;

/** The egress guard did not let a connection out; the message says why and who can allow it. */
final class EgressRefused extends IOException {

  EgressRefused(String message) {
    super(message);
  }
}
