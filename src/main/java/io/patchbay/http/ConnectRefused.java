package io.patchbay.http;

/** Ends an attempt to connect a credential; the message is for the person who made it. */
final class ConnectRefused extends RuntimeException {

  ConnectRefused(String message) {
    super(message, null, false, false);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
