package io.patchbay.http;

import io.patchbay.credential.CertificateEntry;
import io.patchbay.http.CertificateRefused.Reason;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Decides on a server's certificate, and says in words what is wrong with one that is refused. */
final class ServerTrust extends X509ExtendedTrustManager {

  private static final int MOST_NAMES = 5;

  private final X509ExtendedTrustManager authorities;
  private final List<String> pins;
  private final boolean trustAll;
  private final InstantSource clock;

  ServerTrust(
      X509ExtendedTrustManager authorities,
      List<String> pins,
      boolean trustAll,
      InstantSource clock) {
    this.authorities = authorities;
    this.pins = pins.stream().map(ServerTrust::plain).toList();
    this.trustAll = trustAll;
    this.clock = clock;
  }

  /** Without the name of the hash that many write before it. */
  private static String plain(String pin) {
    var slash = pin.startsWith("sha256/") ? pin.substring("sha256/".length()) : pin;
    return slash.strip();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    if (Handshake.CURRENT.isBound()) {
      Handshake.CURRENT.get().shows(chain);
    }
    if (!trustAll) {
      try {
        authorities.checkServerTrusted(chain, authType, socket);
      } catch (CertificateException | RuntimeException e) { // the latter when nobody is trusted
        throw refused(chain, authType, name(socket), e);
      }
    }
    requirePin(chain);
  }

  private static String name(Socket socket) {
    var session = socket instanceof SSLSocket tls ? tls.getHandshakeSession() : null;
    return session == null || session.getPeerHost() == null ? "the host" : session.getPeerHost();
  }

  private CertificateRefused refused(
      X509Certificate[] chain, String authType, String host, Exception e) {
    var now = clock.instant();
    var own = chain[0];
    if (own.getNotAfter().toInstant().isBefore(now)) {
      return new CertificateRefused(
          Reason.EXPIRED,
          "Its certificate (%s) expired on %s."
              .formatted(own.getSubjectX500Principal(), day(own.getNotAfter().toInstant())));
    }
    if (own.getNotBefore().toInstant().isAfter(now)) {
      return new CertificateRefused(
          Reason.NOT_YET_VALID,
          "Its certificate (%s) is not valid before %s; check the clocks of both servers."
              .formatted(own.getSubjectX500Principal(), day(own.getNotBefore().toInstant())));
    }
    if (isTrusted(chain, authType)) {
      return new CertificateRefused(
          Reason.NAME, "Its certificate is for %s, not for %s.".formatted(names(own), host));
    }
    for (var other : chain) {
      if (other.getNotAfter().toInstant().isBefore(now)) {
        return new CertificateRefused(
            Reason.EXPIRED,
            "The authority %s in its chain expired on %s."
                .formatted(other.getSubjectX500Principal(), day(other.getNotAfter().toInstant())));
      }
    }
    return String.valueOf(e.getMessage()).contains("lgorithm constraints")
        ? new CertificateRefused(
            Reason.WEAK, "Its certificate uses a key or signature that is too weak.")
        : untrusted(chain);
  }

  private static CertificateRefused untrusted(X509Certificate[] chain) {
    var last = chain[chain.length - 1];
    var isWhole = last.getSubjectX500Principal().equals(last.getIssuerX500Principal());
    return new CertificateRefused(
        Reason.UNTRUSTED,
        isWhole
            ? "Its certificate leads to '%s', which is not among the trusted authorities. If it is right, upload that authority under Certificates and choose it in the API's connection."
                .formatted(last.getSubjectX500Principal())
            : "Its certificate was issued by '%s', which is not among the trusted authorities, or the server leaves out an intermediate certificate. If it is right, upload the authority under Certificates and choose it in the API's connection."
                .formatted(last.getIssuerX500Principal()));
  }

  private boolean isTrusted(X509Certificate[] chain, String authType) {
    try {
      authorities.checkServerTrusted(chain, authType);
      return true;
    } catch (CertificateException | RuntimeException _) {
      return false;
    }
  }

  private void requirePin(X509Certificate[] chain) throws CertificateRefused {
    if (pins.isEmpty()) {
      return;
    }
    var path = path(chain);
    if (path.stream().map(CertificateEntry::pin).noneMatch(pins::contains)) {
      throw new CertificateRefused(
          Reason.PIN,
          "None of the pinned keys is in its chain. Its own key is %s; pin that one if the server is right."
              .formatted(CertificateEntry.pin(chain[0])));
    }
  }

  /**
   * The certificates that really vouch for the first one. What else a server sends does not count:
   * anybody can send a pinned certificate along.
   */
  private List<X509Certificate> path(X509Certificate[] chain) {
    var candidates = new ArrayList<>(Arrays.asList(chain));
    candidates.addAll(Arrays.asList(authorities.getAcceptedIssuers()));
    var path = new ArrayList<X509Certificate>();
    for (var next = chain[0]; next != null; next = issuer(next, candidates, path)) {
      path.add(next);
    }
    return path;
  }

  private static @Nullable X509Certificate issuer(
      X509Certificate of, List<X509Certificate> candidates, List<X509Certificate> taken) {
    for (var candidate : candidates) {
      if (!taken.contains(candidate)
          && candidate.getBasicConstraints() >= 0
          && candidate.getSubjectX500Principal().equals(of.getIssuerX500Principal())
          && verifies(of, candidate)) {
        return candidate;
      }
    }
    return null;
  }

  private static boolean verifies(X509Certificate certificate, X509Certificate issuer) {
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  /** The names that a certificate is for. */
  static String names(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      if (names != null && !names.isEmpty()) {
        var shown =
            names.stream()
                .map(name -> String.valueOf(name.get(1)))
                .limit(MOST_NAMES)
                .collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES
            ? shown + " and %d more".formatted(names.size() - MOST_NAMES)
            : shown;
      }
    } catch (CertificateParsingException _) {
      // then it has none that we know of
    }
    return "%s (without names)".formatted(certificate.getSubjectX500Principal());
  }

  private static String day(Instant instant) {
    return instant.toString().substring(0, 10);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("Only sockets are used");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("Only sockets are used");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("Nobody connects to us here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw new CertificateException("Nobody connects to us here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("Nobody connects to us here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return authorities.getAcceptedIssuers();
  }
}
