package io.patchbay.http;

import javax.net.ssl.SSLSession;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Carries one exchange through HttpClient and notes when it got how far; nanoseconds. */
final class Phases extends HttpClientContext {

  private static final int USUAL_TLS_TIMEOUT = 5_000;

  final Timeout connectTimeout;
  private final int tlsTimeout;
  private final @Nullable Via via;

  private long mark;
  private long dns;
  private long connect;
  private long tls;
  private long waiting;
  private boolean sending;

  private @Nullable Handshake handshake;
  private @Nullable HttpHost target;
  private boolean wasAsked;

  Phases(Timeout connectTimeout) {
    this(connectTimeout, USUAL_TLS_TIMEOUT, null);
  }

  /**
   * @param tlsTimeout milliseconds for the TLS handshake
   * @param via the proxy to go through; absent to go directly
   */
  Phases(Timeout connectTimeout, int tlsTimeout, @Nullable Via via) {
    this.connectTimeout = connectTimeout;
    this.tlsTimeout = tlsTimeout;
    this.via = via;
  }

  int tlsTimeout() {
    return tlsTimeout;
  }

  @Nullable Via via() {
    return via;
  }

  /** Where the exchange goes in the end. */
  void goesTo(HttpHost wanted) {
    target = wanted;
  }

  @Nullable HttpHost target() {
    return target;
  }

  void shakesHands(Handshake current) {
    handshake = current;
  }

  /** What the TLS handshake showed; absent when there was none, or an older connection is used. */
  @Nullable Handshake handshake() {
    return handshake;
  }

  /** Whether the server asked for a client certificate, if only when the connection was made. */
  boolean wasAskedForCertificate() {
    return wasAsked || (handshake != null && handshake.asked());
  }

  @Override
  public void setSSLSession(@Nullable SSLSession session) {
    super.setSSLSession(session);
    wasAsked = session != null && Handshake.asked(session);
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

  /** What left was read by the proxy only. */
  void notSentAfterAll() {
    sending = false;
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
