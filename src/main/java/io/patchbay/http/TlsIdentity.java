package io.patchbay.http;

import io.patchbay.credential.Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who connections are made as, and to whom: those of different identities are never shared.
 *
 * @param certificate shown to servers that ask; absent for none
 * @param authorities trusted besides the usual ones
 * @param onlyThese whether nobody but {@code authorities} is trusted
 * @param pins of which one must be in the server's chain; empty for any
 * @param minVersion absent for TLS 1.2
 * @param serverName asked for and checked in place of the host
 * @param trustAll whether any certificate will do
 * @param proxyUser who signs in at the proxy, whose tunnels others must not use; absent for nobody
 */
record TlsIdentity(
    @Nullable Certificate certificate,
    List<Certificate> authorities,
    boolean onlyThese,
    List<String> pins,
    @Nullable String minVersion,
    @Nullable String serverName,
    boolean trustAll,
    @Nullable String proxyUser) {

  /** No certificate, and trust in whom everybody trusts. */
  static final TlsIdentity USUAL =
      new TlsIdentity(null, List.of(), false, List.of(), null, null, false, null);

  TlsIdentity {
    authorities = List.copyOf(authorities);
    pins = List.copyOf(pins);
  }

  TlsIdentity withProxyUser(@Nullable String user) {
    return new TlsIdentity(
        certificate, authorities, onlyThese, pins, minVersion, serverName, trustAll, user);
  }
}
