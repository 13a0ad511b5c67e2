package io.patchbay.http;

import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.util.TimeValue;

/** The connections of one identity and the client that uses them. */
final class TlsPool implements AutoCloseable {

  private final PoolingHttpClientConnectionManager connections;
  private final CloseableHttpClient client;
  private volatile long usedAt = System.nanoTime();

  TlsPool(PoolingHttpClientConnectionManager connections, CloseableHttpClient client) {
    this.connections = connections;
    this.client = client;
  }

  CloseableHttpClient client() {
    usedAt = System.nanoTime();
    return client;
  }

  void closeIdle(TimeValue longerThan) {
    connections.closeExpired();
    connections.closeIdle(longerThan);
  }

  /** Whether nobody asked for it for so long and nobody is using it. */
  boolean isUnused(Duration since) {
    return System.nanoTime() - usedAt > since.toNanos()
        && connections.getTotalStats().getLeased() == 0;
  }

  long usedAt() {
    return usedAt;
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
