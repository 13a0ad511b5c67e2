package io.patchbay.http;

import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.util.Timeout;

/** Carries one exchange through HttpClient and notes when it got how far; nanoseconds. */
final class Phases extends HttpClientContext {

  final Timeout connectTimeout;

  private long mark;
  private long dns;
  private long connect;
  private long tls;
  private long waiting;
  private boolean sending;

  Phases(Timeout connectTimeout) {
    this.connectTimeout = connectTimeout;
  }

  void lookupStarts() {
    mark = System.nanoTime();
  }

  void connectStarts() {
    dns += lap();
  }

  void connected() {
    connect += lap();
  }

  void handshakeStarts() {
    mark = System.nanoTime();
  }

  void handshakeDone() {
    tls += lap();
  }

  void sendingStarts() {
    sending = true;
    mark = System.nanoTime();
  }

  void answerStarts() {
    waiting += lap();
  }

  /** Whether the upstream may have got the request, or a part of it. */
  boolean maybeSent() {
    return sending;
  }

  /** The phases so far, with the time since the last of them as reading. */
  Timings timings(boolean answered) {
    var read = answered ? System.nanoTime() - mark : 0;
    return new Timings(
        0, dns / 1_000, connect / 1_000, tls / 1_000, waiting / 1_000, read / 1_000, 0);
  }

  private long lap() {
    var now = System.nanoTime();
    var passed = now - mark;
    mark = now;
    return passed;
  }
}
