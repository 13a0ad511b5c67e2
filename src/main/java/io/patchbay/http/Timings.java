package io.patchbay.http;

/**
 * Where the time of one attempt went, in microseconds; 0 where a phase did not happen (a connection
 * was reused, a token was cached).
 *
 * @param token getting an OAuth token
 * @param dns looking up the address
 * @param connect making the connection
 * @param tls the TLS handshake
 * @param waiting from the request's last byte to the answer's first
 * @param read reading the answer
 */
public record Timings(long token, long dns, long connect, long tls, long waiting, long read) {

  public static final Timings NONE = new Timings(0, 0, 0, 0, 0, 0);

  /** Both together. */
  public Timings plus(Timings other) {
    return new Timings(
        token + other.token,
        dns + other.dns,
        connect + other.connect,
        tls + other.tls,
        waiting + other.waiting,
        read + other.read);
  }

  public Timings withToken(long newToken) {
    return new Timings(newToken, dns, connect, tls, waiting, read);
  }

  /** All phases together. */
  public long total() {
    return token + dns + connect + tls + waiting + read;
  }
}
