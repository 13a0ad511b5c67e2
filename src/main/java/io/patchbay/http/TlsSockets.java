package io.patchbay.http;

import io.patchbay.credential.Certificate;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.ssl.TlsCiphers;
import org.jspecify.annotations.Nullable;

/** Makes connections of one identity secure. Its sessions are resumed by nobody else. */
final class TlsSockets implements TlsSocketStrategy {

  private static final int USUAL_TIMEOUT = 5_000;

  private final SSLContext context;
  private final TlsIdentity identity;

  TlsSockets(TlsIdentity identity, TrustedAuthorities trusted, InstantSource clock) {
    this.identity = identity;
    var authorities =
        identity.authorities().stream().map(Certificate::chain).flatMap(List::stream).toList();
    var trust =
        new ServerTrust(
            trusted.with(authorities, identity.onlyThese()),
            identity.pins(),
            identity.trustAll(),
            clock);
    try {
      context = SSLContext.getInstance("TLS");
      context.init(
          new KeyManager[] {new ClientKeys(identity.certificate())},
          new TrustManager[] {trust},
          null);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no usable TLS", e);
    }
  }

  @Override
  public SSLSocket upgrade(
      Socket socket, String target, int port, @Nullable Object attachment, HttpContext exchange)
      throws IOException {
    var handshake = new Handshake();
    var timeout = USUAL_TIMEOUT;
    if (exchange instanceof Phases phases) {
      phases.shakesHands(handshake);
      timeout = phases.tlsTimeout();
    }
    return upgrade(socket, target, port, timeout, handshake);
  }

  /**
   * Makes a connection secure; closes it if that fails.
   *
   * @param timeout milliseconds for each answer of the server
   */
  SSLSocket upgrade(Socket socket, String target, int port, int timeout, Handshake handshake)
      throws IOException {
    var name = identity.serverName() == null ? target : identity.serverName();
    var secure = (SSLSocket) context.getSocketFactory().createSocket(socket, name, port, true);
    try {
      secure.setSSLParameters(parameters(secure, name));
      secure.setSoTimeout(timeout);
      ScopedValue.where(Handshake.CURRENT, handshake)
          .<@Nullable Void, IOException>call(() -> {
            secure.startHandshake();
            return null;
          });
      handshake.note(secure.getSession());
      return secure;
    } catch (IOException | RuntimeException e) {
      closeQuietly(secure);
      throw e;
    }
  }

  private SSLParameters parameters(SSLSocket socket, String name) {
    var parameters = socket.getSSLParameters();
    parameters.setProtocols(
        "TLSv1.3".equals(identity.minVersion())
            ? new String[] {"TLSv1.3"}
            : new String[] {"TLSv1.3", "TLSv1.2"});
    parameters.setCipherSuites(TlsCiphers.excludeWeak(socket.getEnabledCipherSuites()));
    if (!identity.trustAll()) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    askFor(name, parameters);
    return parameters;
  }

  /** The JDK by itself leaves out names without a dot, which servers in a local network have. */
  private static void askFor(String name, SSLParameters parameters) {
    if (isName(name)) {
      try {
        parameters.setServerNames(List.of(new SNIHostName(name)));
      } catch (IllegalArgumentException _) {
        // it cannot be asked for; the certificate is checked against it all the same
      }
    }
  }

  private static boolean isName(String text) {
    return text.indexOf(':') < 0 && !text.chars().allMatch(c -> c == '.' || Character.isDigit(c));
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // it is of no more use
    }
  }
}
