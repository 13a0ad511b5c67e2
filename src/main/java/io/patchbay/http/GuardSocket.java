package io.patchbay.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;

/** A socket that asks the egress policy about the very address that it connects to. */
final class GuardSocket extends Socket {

  private final EgressPolicy policy;
  private final String host;

  /**
   * @param host the name that was called, for rules by name
   */
  GuardSocket(EgressPolicy policy, String host) {
    this.policy = policy;
    this.host = host;
  }

  @Override
  public void connect(SocketAddress endpoint) throws IOException {
    connect(endpoint, 0);
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    if (!(endpoint instanceof InetSocketAddress target)) {
      throw new EgressRefused("The egress guard refused " + endpoint + ".");
    }
    var refusal = policy.refusal(host, target);
    if (refusal.isPresent()) {
      throw new EgressRefused(refusal.get());
    }
    super.connect(target, timeout);
  }
}
