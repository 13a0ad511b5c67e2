package io.patchbay.http;

import java.io.IOException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The one maker of HTTP clients: behind the egress guard, without retries, redirects, cookies,
 * decompression and authentication of HttpClient's own, so that each is done in one place.
 */
final class HttpClients implements AutoCloseable {

  private static final TimeValue IDLE = TimeValue.ofSeconds(30);
  private static final int MAX_LINE = 64 * 1024;
  private static final int MAX_HEADERS = 500;

  /** What holds for a request that says nothing else. */
  static final RequestConfig DEFAULTS =
      RequestConfig.custom()
          .setConnectionRequestTimeout(Timeout.ofSeconds(2))
          .setDefaultKeepAlive(IDLE.getDuration(), IDLE.getTimeUnit())
          .setResponseTimeout(Timeout.ofSeconds(30))
          .setRedirectsEnabled(false)
          .setAuthenticationEnabled(false)
          .setContentCompressionEnabled(false)
          .setProtocolUpgradeEnabled(false)
          .build();

  private final PoolingHttpClientConnectionManager connections;
  private final CloseableHttpClient client;

  HttpClients(EgressPolicy policy, SSLContext tls, Limits limits) {
    connections =
        new GuardedConnections(policy)
            .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder()
                    .http1Config(
                        Http1Config.custom()
                            .setMaxLineLength(MAX_LINE)
                            .setMaxHeaderCount(MAX_HEADERS)
                            .build())
                    .build())
            .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
            .setMaxConnTotal(limits.connections())
            .setMaxConnPerRoute(limits.connectionsPerHost())
            .setDefaultSocketConfig(SocketConfig.custom().setTcpNoDelay(true).build())
            .setDefaultTlsConfig(
                TlsConfig.custom().setHandshakeTimeout(Timeout.ofSeconds(5)).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.ofSeconds(5))
                    .setSocketTimeout(Timeout.ofSeconds(30))
                    .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                    .setTimeToLive(TimeValue.ofMinutes(5))
                    .build())
            .build();
    client =
        HttpClientBuilder.create()
            .setConnectionManager(connections)
            .setRequestExecutor(new TimedExecutor())
            .setDefaultRequestConfig(DEFAULTS)
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .disableConnectionState()
            .disableDefaultUserAgent()
            .evictIdleConnections(IDLE)
            .build();
  }

  /** For whoever makes a call; closing it is not their business. */
  CloseableHttpClient client() {
    return client;
  }

  /** Closes connections that no call is using, so that the next ones ask the guard again. */
  void closeIdle() {
    connections.closeIdle(TimeValue.ZERO_MILLISECONDS);
  }

  @Override
  public void close() throws IOException {
    client.close();
  }

  /**
   * How many connections there may be at once.
   *
   * @param connections to all hosts
   * @param connectionsPerHost to one host and port
   */
  record Limits(int connections, int connectionsPerHost) {

    static final Limits DEFAULTS = new Limits(5_000, 2_500);
  }

  /** Notes when a request begins to leave and when its answer begins to arrive. */
  private static final class TimedExecutor extends HttpRequestExecutor {

    @Override
    public ClassicHttpResponse execute(
        ClassicHttpRequest request,
        HttpClientConnection connection,
        @Nullable HttpResponseInformationCallback information,
        HttpContext context)
        throws IOException, HttpException {
      if (!(context instanceof Phases phases)) {
        return super.execute(request, connection, information, context);
      }
      phases.sendingStarts();
      var response = super.execute(request, connection, information, context);
      phases.answerStarts();
      return response;
    }
  }
}
