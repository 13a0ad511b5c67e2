package io.patchbay.http;

import java.security.Principal;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLSession;

/** What a TLS handshake showed, noted while it goes on; of one thread. */
final class Handshake {

  /** The one that this thread is in the middle of. */
  static final ScopedValue<Handshake> CURRENT = ScopedValue.newInstance();

  private static final String ASKED = "patchbay.asked";

  private boolean asked;
  private List<String> hints = List.of();
  private List<X509Certificate> chain = List.of();

  /** The server asks for a client certificate. */
  void asks(Principal[] issuers) {
    asked = true;
    hints = issuers == null ? List.of() : Arrays.stream(issuers).map(Principal::toString).toList();
  }

  void shows(X509Certificate[] serverChain) {
    chain = List.of(serverChain);
  }

  /** Whether the server asked for a client certificate. */
  boolean asked() {
    return asked;
  }

  /** Whose certificates the server says to accept; often empty, which means any. */
  List<String> hints() {
    return hints;
  }

  /** What the server sent, trusted or not. */
  List<X509Certificate> chain() {
    return chain;
  }

  /** Leaves a note for later exchanges on the same connection. */
  void note(SSLSession session) {
    if (asked) {
      session.putValue(ASKED, true);
    }
  }

  /** Whether the server of that session had asked for a client certificate. */
  static boolean asked(SSLSession session) {
    return session.getValue(ASKED) != null;
  }
}
