package io.patchbay.http;

import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * A proxy that an exchange goes through.
 *
 * @param authorization what signs in at the proxy; absent for nothing
 */
record Via(HttpHost host, @Nullable String authorization) {

  /** As people write it. */
  String url() {
    return host.toURI();
  }

  /** Says nothing of the sign-in. */
  @Override
  public String toString() {
    return url();
  }
}
