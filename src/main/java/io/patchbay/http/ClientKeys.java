package io.patchbay.http;

import io.patchbay.credential.Certificate;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows one client certificate to whoever asks for any, and notes that somebody asked. Also shows
 * it when the server's hints name other issuers: the hints are often incomplete, and a refusal by
 * the server says more than a certificate that was quietly left out.
 */
final class ClientKeys extends X509ExtendedKeyManager {

  private static final String ALIAS = "client";

  private final @Nullable Certificate certificate;

  ClientKeys(@Nullable Certificate certificate) {
    this.certificate = certificate;
  }

  @Override
  public @Nullable String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
    if (Handshake.CURRENT.isBound()) {
      Handshake.CURRENT.get().asks(issuers);
    }
    return certificate != null && Arrays.asList(keyTypes).contains(keyType(certificate))
        ? ALIAS
        : null;
  }

  private static String keyType(Certificate certificate) {
    return certificate.chain().getFirst().getPublicKey().getAlgorithm();
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return certificate == null ? null : certificate.chain().toArray(X509Certificate[]::new);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return certificate == null ? null : certificate.key();
  }

  @Override
  public String[] getClientAliases(String keyType, Principal[] issuers) {
    return certificate == null ? new String[0] : new String[] {ALIAS};
  }

  @Override
  public String[] getServerAliases(String keyType, Principal[] issuers) {
    return new String[0];
  }

  @Override
  public @Nullable String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
    return null;
  }
}
