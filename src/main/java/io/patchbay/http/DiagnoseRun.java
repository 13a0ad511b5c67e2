package io.patchbay.http;

import io.patchbay.credential.CertificateEntry;
import io.patchbay.credential.Origin;
import io.patchbay.http.Diagnosis.Finding;
import io.patchbay.http.Diagnosis.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** One look at the way to a server; each step is a finding, the first that fails is the last. */
final class DiagnoseRun {

  private static final int TIMEOUT = 5_000;
  private static final Duration TOLERABLE = Duration.ofSeconds(30);

  private final HttpHost host;
  private final String url;
  private final boolean isSecure;
  private final Connector.Way way;
  private final TlsSockets sockets;
  private final EgressPolicy policy;
  private final InstantSource clock;
  private final @Nullable String shown;
  private final Handshake handshake = new Handshake();
  private final List<Finding> findings = new ArrayList<>();
  private long start = System.nanoTime();

  /**
   * @param shown how the client certificate is called; absent when there is none
   */
  DiagnoseRun(
      Origin origin,
      Connector.Way way,
      TlsSockets sockets,
      EgressPolicy policy,
      InstantSource clock,
      @Nullable String shown) {
    this.host = Address.hostOf(origin);
    this.url = origin.toString();
    this.isSecure = origin.scheme().equals("https");
    this.way = way;
    this.sockets = sockets;
    this.policy = policy;
    this.clock = clock;
    this.shown = shown;
  }

  Diagnosis run() {
    note("address", State.OK, "Calls go to %s.".formatted(url), List.of());
    var via = way.via();
    var firstHop = via == null ? host : via.host();
    var addresses = addresses(firstHop, via != null);
    if (addresses.isPresent() && (via == null || mayBeAsked(via))) {
      connect(firstHop, addresses.get()).ifPresent(this::goOn);
    }
    return new Diagnosis(url, findings);
  }

  private Optional<List<InetAddress>> addresses(HttpHost hop, boolean isProxy) {
    var what = isProxy ? "the proxy " + hop.getHostName() : hop.getHostName();
    try {
      var all = Arrays.asList(InetAddress.getAllByName(hop.getHostName()));
      var lines = new ArrayList<String>();
      var allowed = new ArrayList<InetAddress>();
      for (var address : all) {
        var refusal =
            policy.refusal(hop.getHostName(), new InetSocketAddress(address, hop.getPort()));
        lines.add(address.getHostAddress() + ": " + refusal.orElse("allowed"));
        if (refusal.isEmpty()) {
          allowed.add(address);
        }
      }
      if (allowed.isEmpty()) {
        note("names", State.FAILED, "The egress guard refuses %s.".formatted(what), lines);
        return Optional.empty();
      }
      note(
          "names",
          allowed.size() == all.size() ? State.OK : State.WARNING,
          "%s has %d address%s.".formatted(capital(what), all.size(), all.size() == 1 ? "" : "es"),
          lines);
      return Optional.of(allowed);
    } catch (UnknownHostException e) {
      note("names", State.FAILED, "No name server knows %s.".formatted(what), List.of());
      return Optional.empty();
    }
  }

  /** What the proxy is asked for is up to the guard as well. */
  private boolean mayBeAsked(Via via) {
    var refusal = ProxiedTarget.refusal(policy, host.getHostName(), host.getPort());
    refusal.ifPresent(text -> note("proxy", State.FAILED, text, List.of("by way of " + via.url())));
    return refusal.isEmpty();
  }

  private Optional<Socket> connect(HttpHost hop, List<InetAddress> addresses) {
    var failures = new ArrayList<String>();
    for (var address : addresses) {
      var socket = new GuardSocket(policy, hop.getHostName());
      try {
        socket.connect(new InetSocketAddress(address, hop.getPort()), TIMEOUT);
        socket.setSoTimeout(TIMEOUT);
        note(
            "connect",
            failures.isEmpty() ? State.OK : State.WARNING,
            "Connected to %s, port %d.".formatted(address.getHostAddress(), hop.getPort()),
            failures);
        return Optional.of(socket);
      } catch (IOException e) {
        failures.add("%s: %s".formatted(address.getHostAddress(), e.getMessage()));
        close(socket);
      }
    }
    note(
        "connect",
        State.FAILED,
        "%s takes no connection on port %d.".formatted(hop.getHostName(), hop.getPort()),
        failures);
    return Optional.empty();
  }

  private void goOn(Socket plain) {
    Socket socket = plain;
    try {
      if (way.via() != null && isSecure && !tunnel(way.via(), plain)) {
        return;
      }
      if (isSecure) {
        var secure = secure(plain);
        if (secure == null) {
          return;
        }
        socket = secure;
      }
      answer(socket);
    } finally {
      close(socket);
      close(plain);
    }
  }

  private boolean tunnel(Via via, Socket socket) {
    try {
      var status = RawRequest.connect(socket, host);
      if (status == 200) {
        note("proxy", State.OK, "The proxy %s opened a tunnel.".formatted(via.url()), List.of());
        return true;
      }
      var signsIn = status == 407 && via.authorization() != null;
      note(
          "proxy",
          signsIn ? State.WARNING : State.FAILED,
          signsIn
              ? "The proxy %s wants a sign-in (407). Calls sign in with its credential; this look sends none and ends here."
                  .formatted(via.url())
              : String.valueOf(new ProxyRefused(via, status).getMessage()),
          List.of());
    } catch (IOException e) {
      note(
          "proxy",
          State.FAILED,
          "The proxy %s did not answer as one (%s).".formatted(via.url(), e.getMessage()),
          List.of());
    }
    return false;
  }

  private @Nullable SSLSocket secure(Socket plain) {
    try {
      var secure = sockets.upgrade(plain, host.getHostName(), host.getPort(), TIMEOUT, handshake);
      var session = secure.getSession();
      var protocol = secure.getApplicationProtocol();
      note(
          "tls",
          State.OK,
          "%s with %s.".formatted(session.getProtocol(), session.getCipherSuite()),
          List.of(
              "application protocol: "
                  + (protocol == null || protocol.isEmpty() ? "none agreed, HTTP/1.1" : protocol)));
      chain(
          way.identity().trustAll() ? State.WARNING : State.OK,
          way.identity().trustAll()
              ? "Any certificate would have done: checks are switched off for this API."
              : "The server's certificate is trusted and has the right name.");
      asked();
      return secure;
    } catch (SSLException e) {
      var failure = TlsFailures.handshake(e, host.toHostString(), handshake, shown);
      if (handshake.chain().isEmpty()) {
        note("tls", State.FAILED, failure.detail(), List.of());
      } else {
        chain(State.FAILED, failure.detail());
        asked();
      }
    } catch (SocketTimeoutException e) {
      note("tls", State.FAILED, "The server did not finish the TLS handshake.", List.of());
    } catch (IOException e) {
      note(
          "tls",
          State.FAILED,
          "The connection broke during the TLS handshake (%s).".formatted(e.getMessage()),
          List.of());
    }
    return null;
  }

  private void chain(State state, String text) {
    var lines = new ArrayList<String>();
    for (var certificate : handshake.chain()) {
      var entry = CertificateEntry.of(certificate);
      lines.add(
          "%s, issued by %s, from %s to %s, %s, pin %s"
              .formatted(
                  entry.subject(),
                  entry.issuer(),
                  entry.notBefore().toString().substring(0, 10),
                  entry.notAfter().toString().substring(0, 10),
                  entry.keyType(),
                  entry.pin()));
    }
    if (!handshake.chain().isEmpty()) {
      lines.add("names: " + ServerTrust.names(handshake.chain().getFirst()));
    }
    note("server certificate", state, text, lines);
  }

  private void asked() {
    if (!handshake.asked()) {
      note(
          "client certificate",
          State.OK,
          shown == null
              ? "The server asks for no client certificate."
              : "The server asks for no client certificate; %s is not shown.".formatted(shown),
          List.of());
      return;
    }
    var hints =
        handshake.hints().isEmpty()
            ? List.of("it names no authorities: any may have issued it")
            : handshake.hints().stream().map(name -> "accepts those issued by " + name).toList();
    note(
        "client certificate",
        shown == null ? State.WARNING : State.OK,
        shown == null
            ? "The server asks for a client certificate; none is chosen."
            : "The server asks for a client certificate; %s was shown.".formatted(shown),
        hints);
  }

  private void answer(Socket socket) {
    try {
      var isForwarded = way.via() != null && !isSecure;
      var answer = RawRequest.head(socket, host, isForwarded ? url + "/" : "/");
      var off = answer.date().map(date -> Duration.between(clock.instant(), date));
      var isOff = off.filter(by -> by.abs().compareTo(TOLERABLE) > 0).isPresent();
      note(
          "answer",
          isOff ? State.WARNING : State.OK,
          "It answers a request without credentials with %d.".formatted(answer.status()),
          off.map(by ->
                  List.of(
                      isOff
                          ? "its clock is %d s %s ours; signatures and tokens may be refused"
                              .formatted(
                                  by.abs().toSeconds(), by.isNegative() ? "behind" : "ahead of")
                          : "its clock and ours agree"))
              .orElse(List.of("it does not say what time it is")));
    } catch (IOException e) {
      var phases = new Phases(Timeout.ofSeconds(1));
      phases.shakesHands(handshake);
      var failure = TlsFailures.afterwards(e, host.toHostString(), phases, shown);
      note(
          "answer",
          State.FAILED,
          failure
              .map(Answer::failure)
              .map(refusal -> refusal == null ? "" : refusal.detail())
              .orElse("It did not answer a request (%s).".formatted(e.getMessage())),
          List.of());
    }
  }

  private void note(String step, State state, String text, List<String> details) {
    var now = System.nanoTime();
    findings.add(new Finding(step, state, text, details, Duration.ofNanos(now - start).toMillis()));
    start = now;
  }

  private static String capital(String text) {
    return text.startsWith("the ") ? "T" + text.substring(1) : text;
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // it is of no more use
    }
  }
}
