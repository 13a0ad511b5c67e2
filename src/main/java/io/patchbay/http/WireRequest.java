package io.patchbay.http;

import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/** A request that another thread can cut off; takes its path as it is, already encoded. */
final class WireRequest extends BasicClassicHttpRequest
    implements CancellableDependency, Configurable {

  private final RequestConfig config;
  private volatile @Nullable Cancellable dependency;
  private volatile boolean isCancelled;

  WireRequest(String verb, HttpHost host, String path, RequestConfig config) {
    super(verb, host, path);
    setAuthority(authority(host));
    this.config = config;
  }

  /** As browsers send it: signatures hold the header Host, which names no usual port. */
  private static URIAuthority authority(HttpHost host) {
    var usual = host.getSchemeName().equals("https") ? 443 : 80;
    return new URIAuthority(host.getHostName(), host.getPort() == usual ? -1 : host.getPort());
  }

  @Override
  public RequestConfig getConfig() {
    return config;
  }

  @Override
  public void setDependency(Cancellable newDependency) {
    dependency = newDependency;
    if (isCancelled) {
      newDependency.cancel();
    }
  }

  @Override
  public boolean isCancelled() {
    return isCancelled;
  }

  /** Whoever comes second, this or {@link #setDependency}, sees the other. */
  @Override
  public boolean cancel() {
    isCancelled = true;
    var current = dependency;
    return current != null && current.cancel();
  }
}
