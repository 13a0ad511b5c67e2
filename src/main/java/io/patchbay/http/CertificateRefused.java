package io.patchbay.http;

import java.security.cert.CertificateException;

/** The server's certificate does not do; the message is a sentence for people. */
final class CertificateRefused extends CertificateException {

  private final Reason reason;

  CertificateRefused(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }

  /** What is wrong with it. */
  enum Reason {
    UNTRUSTED("The server is not trusted"),
    NAME("The certificate is another server's"),
    EXPIRED("The server's certificate has expired"),
    NOT_YET_VALID("The server's certificate is not valid yet"),
    PIN("The server's key is not the pinned one"),
    WEAK("The server's certificate is too weak");

    private final String title;

    Reason(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }
}
