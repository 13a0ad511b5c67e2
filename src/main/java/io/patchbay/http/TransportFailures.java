package io.patchbay.http;

import io.patchbay.common.Failure;
import io.patchbay.common.Failure.Kind;
import io.patchbay.http.Attempt.Outcome;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/** What an exception of the transport means for the call (RELIABILITY.md, section 1). */
final class TransportFailures {

  private TransportFailures() {}

  /** Time or patience ended while nothing was on the way. */
  static Answer beforeSending(Call call) {
    return Answer.notSent(call.isExpired() ? overdue(call) : cancelled());
  }

  /**
   * @param status the status that came before it; absent when none did
   */
  static Answer of(
      IOException e, Call call, Outgoing request, Phases phases, @Nullable Integer status) {
    if (status != null) {
      return afterStatus(e, call, status);
    }
    var outcome = phases.maybeSent() ? Outcome.IN_DOUBT : Outcome.NOT_SENT;
    if (call.isExpired()) {
      return Answer.none(outcome, overdue(call), false);
    }
    if (Thread.currentThread().isInterrupted()) {
      return Answer.none(outcome, cancelled(), false);
    }
    return phases.maybeSent()
        ? TlsFailures.afterwards(e, place(request), phases, call.identity().shownCertificate())
            .orElseGet(() -> inDoubt(e, call))
        : notSent(e, call, request, phases);
  }

  private static String place(Outgoing request) {
    return request.address().host().toHostString();
  }

  private static Answer notSent(IOException e, Call call, Outgoing request, Phases phases) {
    var via = phases.via();
    var place =
        via == null || phases.handshake() != null ? place(request) : "The proxy " + via.url();
    return switch (e) {
      case EgressRefused refused ->
          notSent("Refused by the egress guard", String.valueOf(refused.getMessage()), false);
      case ProxyRefused refused ->
          notSent(
              "Refused by the proxy", String.valueOf(refused.getMessage()), refused.isPassing());
      case UnknownHostException _ ->
          notSent("Host not found", "No name server knows '%s'.".formatted(place), true);
      case ConnectionRequestTimeoutException _ ->
          notSent(
              "No free connection",
              "All connections to %s are busy; none became free within 2 s.".formatted(place),
              true);
      case ConnectTimeoutException _ ->
          notSent(
              "No connection",
              "%s did not take a connection within %,d ms (connectMs, %s)."
                  .formatted(
                      place, call.limits().connectMs(), call.limits().setBy(p -> p.connectMs())),
              true);
      case SSLException tls ->
          Answer.notSent(
              TlsFailures.handshake(
                  tls, place, phases.handshake(), call.identity().shownCertificate()));
      case SocketTimeoutException _ ->
          notSent(
              "TLS failed",
              "%s did not finish the TLS handshake within %,d ms (tlsMs, %s)."
                  .formatted(place, call.limits().tlsMs(), call.limits().setBy(p -> p.tlsMs())),
              true);
      default ->
          notSent(
              "No connection", "%s cannot be reached: %s".formatted(place, e.getMessage()), true);
    };
  }

  private static Answer notSent(String title, String detail, boolean isPassing) {
    return Answer.none(
        Outcome.NOT_SENT,
        Failure.of(Kind.NOT_SENT, title, detail + " Nothing was sent."),
        isPassing);
  }

  private static Answer inDoubt(IOException e, Call call) {
    var failure =
        switch (e) {
          case SocketTimeoutException _ ->
              Failure.of(
                  Kind.TIMEOUT,
                  "No answer in time",
                  "%s took the request but did not answer within %,d ms (responseMs, %s); it may have processed it."
                      .formatted(
                          call.request().api().name(),
                          call.limits().responseMs(),
                          call.limits().setBy(p -> p.responseMs())));
          case NoHttpResponseException _ ->
              Failure.of(
                  Kind.IN_DOUBT,
                  "No answer",
                  "%s closed the connection without an answer; it may have processed the request."
                      .formatted(call.request().api().name()));
          default ->
              Failure.of(
                  Kind.IN_DOUBT,
                  "The connection broke",
                  "The connection to %s broke before the answer came (%s); it may have processed the request."
                      .formatted(call.request().api().name(), e.getMessage()));
        };
    return Answer.none(Outcome.IN_DOUBT, failure, true);
  }

  private static Answer afterStatus(IOException e, Call call, int status) {
    var failure =
        e instanceof BodyProblem
            ? Failure.of(
                Kind.UNREADABLE, "The answer cannot be read", String.valueOf(e.getMessage()))
            : call.isExpired()
                ? overdue(call)
                : Thread.currentThread().isInterrupted()
                    ? cancelled()
                    : Failure.of(
                        e instanceof SocketTimeoutException ? Kind.TIMEOUT : Kind.IN_DOUBT,
                        "The answer is incomplete",
                        "%s answered %d, but the body did not arrive whole (%s)."
                            .formatted(call.request().api().name(), status, e.getMessage()));
    var isPassing =
        failure.kind() == Kind.IN_DOUBT || (failure.kind() == Kind.TIMEOUT && !call.isExpired());
    return Answer.received(status, failure, isPassing);
  }

  private static Failure overdue(Call call) {
    return Failure.of(
        Kind.TIMEOUT,
        "Out of time",
        "The call of %s took longer than it may in total, %s.%s"
            .formatted(call.request().method().name(), call.totalTime(), pages(call)));
  }

  private static String pages(Call call) {
    return call.page() == null
        ? ""
        : " It was fetching page %d of a list; many pages need more time in total."
            .formatted(call.page());
  }

  static Failure cancelled() {
    return Failure.of(Kind.CANCELLED, "Cancelled", "The call was cancelled while it ran.");
  }
}
