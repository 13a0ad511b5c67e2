package io.patchbay.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Builds a pool whose every connection passes the egress guard. HttpClient asks its resolver only
 * for some hosts, so the socket is the one place that sees all (decision 021).
 */
final class GuardedConnections extends PoolingHttpClientConnectionManagerBuilder {

  private static final ScopedValue<String> HOST = ScopedValue.newInstance();

  private final EgressPolicy policy;

  GuardedConnections(EgressPolicy policy) {
    this.policy = policy;
  }

  @Override
  protected HttpClientConnectionOperator createConnectionOperator(
      SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
    Lookup<TlsSocketStrategy> strategies =
        RegistryBuilder.<TlsSocketStrategy>create().register(URIScheme.HTTPS.id, tls).build();
    return new Operator(policy, ports, names, strategies);
  }

  /** Tells the socket which host was called, and the phases how far it got. */
  private static final class Operator extends DefaultHttpClientConnectionOperator {

    private final EgressPolicy policy;

    Operator(
        EgressPolicy policy,
        SchemePortResolver ports,
        DnsResolver names,
        Lookup<TlsSocketStrategy> tls) {
      super(_ -> new GuardSocket(policy, HOST.orElse("")), ports, names, tls);
      this.policy = policy;
    }

    /** The socket sees the proxy only; where that shall go is checked before it hears of it. */
    private void guardTarget(Phases phases) throws EgressRefused {
      var target = phases.target();
      if (phases.via() != null && target != null) {
        var refusal = ProxiedTarget.refusal(policy, target.getHostName(), target.getPort());
        if (refusal.isPresent()) {
          throw new EgressRefused(refusal.get());
        }
      }
    }

    @Override
    public void connect(
        ManagedHttpClientConnection connection,
        HttpHost host,
        @Nullable NamedEndpoint name,
        @Nullable Path unixSocket,
        @Nullable InetSocketAddress local,
        @Nullable Timeout timeout,
        SocketConfig config,
        @Nullable Object attachment,
        HttpContext context)
        throws IOException {
      var limit = context instanceof Phases phases ? phases.connectTimeout : timeout;
      if (context instanceof Phases phases) {
        guardTarget(phases);
        phases.lookupStarts();
      }
      ScopedValue.where(HOST, host.getHostName())
          .<@Nullable Void, IOException>call(() -> {
            super.connect(
                connection, host, name, unixSocket, local, limit, config, attachment, context);
            return null;
          });
    }

    @Override
    protected void onBeforeSocketConnect(HttpContext context, HttpHost host) {
      if (context instanceof Phases phases) {
        phases.connectStarts();
      }
    }

    @Override
    protected void onAfterSocketConnect(HttpContext context, HttpHost host) {
      if (context instanceof Phases phases) {
        phases.connected();
      }
    }

    @Override
    protected void onBeforeTlsHandshake(HttpContext context, HttpHost host) {
      if (context instanceof Phases phases) {
        phases.handshakeStarts();
      }
    }

    @Override
    protected void onAfterTlsHandshake(HttpContext context, HttpHost host) {
      if (context instanceof Phases phases) {
        phases.handshakeDone();
      }
    }
  }
}
