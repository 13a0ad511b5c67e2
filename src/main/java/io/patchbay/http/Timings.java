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
 * @param turn waiting for its turn under the rate limit, before the attempt
 */
public record Timings(
    long token, long dns, long connect, long tls, long waiting, long read, long turn) {

  public static final Timings NONE = new Timings(0, 0, 0, 0, 0, 0, 0);

  /** Both together. */
  public Timings plus(Timings other) {
    return new Timings(
        token + other.token,
        dns + other.dns,
        connect + other.connect,
        tls + other.tls,
        waiting + other.waiting,
        read + other.read,
        turn + other.turn);
  }

  public Timings withToken(long newToken) {
    return new Timings(newToken, dns, connect, tls, waiting, read, turn);
  }

  public Timings withTurn(long newTurn) {
    return new Timings(token, dns, connect, tls, waiting, read, newTurn);
  }

  /** All phases together. */
  public long total() {
    return token + dns + connect + tls + waiting + read + turn;
  }
}
