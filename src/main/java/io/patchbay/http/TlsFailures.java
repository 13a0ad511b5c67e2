package io.patchbay.http;

import io.patchbay.common.Failure;
import io.patchbay.common.Failure.Kind;
import io.patchbay.http.Attempt.Outcome;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What a failure of TLS means, in words: of the handshake, or of a refusal that comes after it. */
final class TlsFailures {

  private static final Pattern ALERT = Pattern.compile("fatal alert: (\\w+)");

  /**
   * With these a server ends a handshake because of the client's certificate, RFC 8446 section 6.
   */
  private static final Set<String> ABOUT_CERTIFICATES =
      Set.of(
          "certificate_required",
          "bad_certificate",
          "unsupported_certificate",
          "certificate_revoked",
          "certificate_expired",
          "certificate_unknown",
          "unknown_ca",
          "no_certificate",
          "handshake_failure",
          "decrypt_error");

  private TlsFailures() {}

  /**
   * A handshake that failed before anything was sent.
   *
   * @param shown how the call names the client certificate that it shows; absent when it shows none
   */
  static Failure handshake(
      SSLException e, String place, @Nullable Handshake handshake, @Nullable String shown) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateRefused refused) {
        return notSent(
            refused.reason().title(),
            "%s was not trusted. %s".formatted(place, refused.getMessage()));
      }
    }
    var alert = alert(e);
    if (handshake != null
        && handshake.asked()
        && alert.filter(ABOUT_CERTIFICATES::contains).isPresent()) {
      return aboutCertificate(place, alert.get(), shown, "Nothing was sent.");
    }
    var message = String.valueOf(e.getMessage());
    if (alert.filter("protocol_version"::equals).isPresent()
        || message.contains("selected protocol version")
        || message.contains("No appropriate protocol")) {
      return notSent(
          "No common TLS version",
          "%s speaks no TLS version that this API allows (%s).".formatted(place, message));
    }
    if (alert.filter("unrecognized_name"::equals).isPresent()) {
      return notSent(
          "The server does not know the name",
          "%s does not serve that name. Check the address, or the server name in the API's connection."
              .formatted(place));
    }
    if (message.contains("Unsupported or unrecognized SSL message")) {
      return notSent("No TLS", "%s does not speak TLS on this port; is it http?".formatted(place));
    }
    return notSent("TLS failed", "No trusted connection to %s: %s.".formatted(place, message));
  }

  /**
   * A refusal that arrived after the request had left, as TLS 1.3 has it: the server looks at the
   * client's certificate before it can read any request, so none was processed.
   */
  static Optional<Answer> afterwards(
      Exception e, String place, Phases phases, @Nullable String shown) {
    var alert = alert(e);
    var handshake = phases.handshake();
    if (handshake == null
        || !handshake.asked()
        || alert.filter(ABOUT_CERTIFICATES::contains).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Answer.none(
            Outcome.REFUSED,
            aboutCertificate(place, alert.get(), shown, "The request was not processed."),
            false));
  }

  private static Failure aboutCertificate(
      String place, String alert, @Nullable String shown, String consequence) {
    return shown == null
        ? Failure.of(
            Kind.AUTH,
            "The server asks for a client certificate",
            "%s asks for a client certificate; none is chosen. Choose one in the API's connection. %s"
                .formatted(place, consequence))
        : Failure.of(
            Kind.AUTH,
            "The client certificate was refused",
            "%s refused %s (%s)%s. %s".formatted(place, shown, alert, meaning(alert), consequence));
  }

  private static String meaning(String alert) {
    return switch (alert) {
      case "unknown_ca" -> ": it does not know who issued it; perhaps an intermediate is missing";
      case "certificate_expired" -> ": it takes it for expired";
      case "certificate_revoked" -> ": it was revoked";
      case "unsupported_certificate" -> ": it may not be used for this";
      case "certificate_required" -> ": it is of a kind that the server cannot use";
      default -> "";
    };
  }

  private static Optional<String> alert(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      var matcher = ALERT.matcher(String.valueOf(cause.getMessage()));
      if (matcher.find()) {
        return Optional.of(matcher.group(1));
      }
    }
    return Optional.empty();
  }

  private static Failure notSent(String title, String detail) {
    return Failure.of(Kind.NOT_SENT, title, detail + " Nothing was sent.");
  }
}
