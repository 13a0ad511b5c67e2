package io.patchbay.http;

import java.io.IOException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.HttpHost;

/** Says why a token endpoint could not be asked. */
final class EndpointFailures {

  private EndpointFailures() {}

  static TokenTrouble trouble(IOException e, Phases phases) {
    return switch (e) {
      case EgressRefused _ -> TokenTrouble.LOCAL;
      case ProxyRefused refused ->
          refused.isPassing() ? TokenTrouble.PASSING : TokenTrouble.CONFIGURATION;
      case BodyProblem _ -> TokenTrouble.CONFIGURATION;
      case SSLException _ ->
          phases.maybeSent() && phases.handshake() == null
              ? TokenTrouble.PASSING
              : TokenTrouble.CONFIGURATION;
      default -> TokenTrouble.PASSING;
    };
  }

  static String problem(IOException e, HttpHost host, Phases phases, Connector.Way way) {
    return switch (e) {
      case EgressRefused refused -> String.valueOf(refused.getMessage());
      case ProxyRefused refused -> String.valueOf(refused.getMessage());
      case BodyProblem body -> "its answer cannot be read: " + body.getMessage();
      case UnknownHostException unknown ->
          "no name server knows the host (%s)".formatted(unknown.getMessage());
      case SSLException tls -> ofTls(tls, host, phases, way);
      default -> "it cannot be reached: %s".formatted(String.valueOf(e.getMessage()));
    };
  }

  private static String ofTls(SSLException e, HttpHost host, Phases phases, Connector.Way way) {
    var place = host.toHostString();
    var shown = TokenConnections.shown(way);
    var detail =
        TlsFailures.afterwards(e, place, phases, shown)
            .map(Answer::failure)
            .orElseGet(() -> TlsFailures.handshake(e, place, phases.handshake(), shown))
            .detail();
    return detail.replace("in the API's connection", "in the credential");
  }
}
