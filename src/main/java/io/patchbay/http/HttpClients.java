package io.patchbay.http;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one maker of HTTP clients: behind the egress guard, without retries, redirects, cookies,
 * decompression and authentication of HttpClient's own, so that each is done in one place. Each
 * identity has connections of its own.
 */
final class HttpClients implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HttpClients.class);
  private static final TimeValue IDLE = TimeValue.ofSeconds(30);
  private static final Duration UNUSED = Duration.ofMinutes(5);
  private static final int MOST_IDENTITIES = 1_000;
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

  private final EgressPolicy policy;
  private final TrustedAuthorities trusted;
  private final Limits limits;
  private final InstantSource clock;
  private final TlsPool usual;
  private final Map<TlsIdentity, TlsPool> others = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor sweeper =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("connection-sweeper").factory());

  HttpClients(EgressPolicy policy, TrustedAuthorities trusted, Limits limits, InstantSource clock) {
    this.policy = policy;
    this.trusted = trusted;
    this.limits = limits;
    this.clock = clock;
    this.usual = pool(TlsIdentity.USUAL);
    var period = IDLE.getDuration();
    var _ = sweeper.scheduleWithFixedDelay(this::sweepSafely, period, period, TimeUnit.SECONDS);
  }

  /** For whoever makes a call without an identity of its own; closing it is not their business. */
  CloseableHttpClient client() {
    return usual.client();
  }

  /** For whoever makes a call as this identity; not to be kept for longer than the call. */
  CloseableHttpClient client(TlsIdentity identity) {
    return pool(identity, others.size()).client();
  }

  /**
   * Makes connections secure as this identity, apart from its client. Resumes no session, so that
   * every handshake shows all of the server.
   */
  TlsSockets sockets(TlsIdentity identity) {
    return new TlsSockets(identity, trusted, clock);
  }

  private TlsPool pool(TlsIdentity identity, int there) {
    if (identity.equals(TlsIdentity.USUAL)) {
      return usual;
    }
    if (there >= MOST_IDENTITIES && !others.containsKey(identity)) {
      makeRoom();
    }
    return others.computeIfAbsent(identity, this::pool);
  }

  /** Closes connections that no call is using, so that the next ones ask the guard again. */
  void closeIdle() {
    usual.closeIdle(TimeValue.ZERO_MILLISECONDS);
    others.values().forEach(pool -> pool.closeIdle(TimeValue.ZERO_MILLISECONDS));
  }

  /** A timer stops at the first exception. */
  private void sweepSafely() {
    try {
      sweep(UNUSED);
    } catch (RuntimeException e) {
      log.warn("Idle connections were not closed", e);
    }
  }

  /** Closes idle connections, and identities that nobody used for so long. */
  void sweep(Duration unusedFor) {
    usual.closeIdle(IDLE);
    for (var other : others.entrySet()) {
      other.getValue().closeIdle(IDLE);
      if (other.getValue().isUnused(unusedFor)) {
        retire(other.getKey(), other.getValue());
      }
    }
  }

  private void makeRoom() {
    others.entrySet().stream()
        .filter(other -> other.getValue().isUnused(Duration.ofSeconds(10)))
        .min(Comparator.comparingLong(other -> other.getValue().usedAt()))
        .ifPresent(other -> retire(other.getKey(), other.getValue()));
  }

  private void retire(TlsIdentity identity, TlsPool pool) {
    if (others.remove(identity, pool)) {
      try {
        pool.close();
      } catch (IOException e) {
        log.debug("Connections that nobody uses were not closed cleanly", e);
      }
    }
  }

  /** How many identities have connections of their own. */
  int identities() {
    return others.size();
  }

  private TlsPool pool(TlsIdentity identity) {
    var sockets = new TlsSockets(identity, trusted, clock);
    var connections =
        new GuardedConnections(policy)
            .setTlsSocketStrategy(sockets)
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
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.ofSeconds(5))
                    .setSocketTimeout(Timeout.ofSeconds(30))
                    .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                    .setTimeToLive(TimeValue.ofMinutes(5))
                    .build())
            .build();
    var client =
        HttpClientBuilder.create()
            .setConnectionManager(connections)
            .setRequestExecutor(new TimedExecutor())
            .setRoutePlanner(HttpClients::route)
            .setDefaultRequestConfig(DEFAULTS)
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .disableConnectionState()
            .disableDefaultUserAgent()
            .build();
    return new TlsPool(connections, client);
  }

  /** Directly, or through the proxy of the exchange: by a tunnel when it is to be secure. */
  private static HttpRoute route(HttpHost target, HttpContext context) {
    var isSecure = "https".equalsIgnoreCase(target.getSchemeName());
    if (context instanceof Phases phases && phases.via() != null) {
      phases.goesTo(target);
      return new HttpRoute(target, null, phases.via().host(), isSecure);
    }
    return new HttpRoute(target, null, isSecure);
  }

  @Override
  public void close() throws IOException {
    sweeper.shutdownNow();
    for (var pool : others.values()) {
      pool.close();
    }
    usual.close();
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
}
