package io.patchbay.credential;

import io.patchbay.common.InvalidException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rules for certificates: what is refused, what is put right, and what people are told. */
final class CertificateCheck {

  private static final int LEAST_RSA_BITS = 2048;
  private static final Set<String> CURVES = Set.of("EC P-256", "EC P-384", "EC P-521");
  private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
  private static final String ANY_USE = "2.5.29.37.0";

  private CertificateCheck() {}

  /**
   * What the parts come to.
   *
   * @throws InvalidException when they are of no use
   */
  static KeyPack pack(UploadedParts parts, CertificateUpload upload) {
    var use = upload.use();
    var isAuthority = use == null ? parts.keys().isEmpty() : use == CertificateUse.AUTHORITY;
    return isAuthority ? authorities(parts, use != null) : client(parts);
  }

  private static KeyPack client(UploadedParts parts) {
    if (parts.keys().isEmpty()) {
      throw invalid(
          "There is no private key in it. Export the certificate together with its key, or add the key as a second file.");
    }
    if (parts.keys().size() > 1) {
      throw invalid(
          "There are %d private keys in it. Upload one certificate with its key at a time."
              .formatted(parts.keys().size()));
    }
    if (parts.certificates().isEmpty()) {
      throw invalid("There is a private key in it, but no certificate. Add the certificate.");
    }
    var key = parts.keys().getFirst();
    var own = own(parts.certificates(), key);
    requireStrength(own);
    var chain = chain(own, parts.certificates());
    return new KeyPack(chain, key, parts.certificates().size() - chain.size());
  }

  private static KeyPack authorities(UploadedParts parts, boolean isWished) {
    if (!parts.keys().isEmpty()) {
      throw invalid(
          "There is a private key in it. To trust an authority only its certificate is needed; keep the key to yourself.");
    }
    for (var certificate : parts.certificates()) {
      if (!isWished && certificate.getBasicConstraints() < 0 && !isSelfSigned(certificate)) {
        throw invalid(
            "There is no private key in it, and '%s' is no authority. For a client certificate add its key."
                .formatted(certificate.getSubjectX500Principal()));
      }
    }
    return new KeyPack(parts.certificates(), null, 0);
  }

  private static X509Certificate own(List<X509Certificate> all, PrivateKey key) {
    return all.stream()
        .filter(certificate -> PrivateKeys.belong(key, certificate.getPublicKey()))
        .findFirst()
        .orElseThrow(() ->
            invalid(
                "The private key does not belong to the certificate of '%s'. Check that both are from the same export."
                    .formatted(all.getFirst().getSubjectX500Principal())));
  }

  private static void requireStrength(X509Certificate own) {
    switch (own.getPublicKey()) {
      case RSAPublicKey rsa when rsa.getModulus().bitLength() < LEAST_RSA_BITS ->
          throw invalid(
              "The key is RSA with %d bits, which is too short; it takes at least %d."
                  .formatted(rsa.getModulus().bitLength(), LEAST_RSA_BITS));
      case ECPublicKey _ when !CURVES.contains(CertificateEntry.of(own).keyType()) ->
          throw invalid(
              "The key is %s; TLS can use the curves P-256, P-384 and P-521."
                  .formatted(CertificateEntry.of(own).keyType()));
      default -> {}
    }
  }

  /** Each one signed by the next, whatever their order was. */
  private static List<X509Certificate> chain(X509Certificate own, List<X509Certificate> all) {
    var chain = new ArrayList<X509Certificate>();
    for (var next = own; next != null; next = issuer(next, all, chain)) {
      chain.add(next);
    }
    return chain;
  }

  private static @org.jspecify.annotations.Nullable X509Certificate issuer(
      X509Certificate of, List<X509Certificate> all, List<X509Certificate> taken) {
    return all.stream()
        .filter(candidate -> !taken.contains(candidate) && isSignedBy(of, candidate))
        .findFirst()
        .orElse(null);
  }

  /** Whether the one signed the other. */
  static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
    if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static boolean isSelfSigned(X509Certificate certificate) {
    return isSignedBy(certificate, certificate);
  }

  /** What may go wrong with it, one sentence each. */
  static List<String> warnings(CertificateUse use, List<X509Certificate> chain, Instant now) {
    var warnings = new ArrayList<String>();
    chain.forEach(certificate -> dates(certificate, now, warnings));
    if (use == CertificateUse.CLIENT) {
      purpose(chain.getFirst(), warnings);
      completeness(chain, warnings);
    } else {
      chain.stream()
          .filter(certificate -> certificate.getBasicConstraints() < 0)
          .forEach(certificate ->
              warnings.add(
                  "'%s' is no authority: only the server that has this very certificate is trusted."
                      .formatted(certificate.getSubjectX500Principal())));
    }
    return warnings;
  }

  private static void dates(X509Certificate certificate, Instant now, List<String> warnings) {
    var subject = certificate.getSubjectX500Principal();
    var end = certificate.getNotAfter().toInstant();
    var days = CertificateView.daysBetween(now, end);
    if (days < 0) {
      warnings.add("'%s' expired on %s.".formatted(subject, day(end)));
    } else if (CertificateView.level(days) != null) {
      warnings.add(
          "'%s' expires in %s, on %s. Get a new one and upload it here."
              .formatted(subject, days == 1 ? "1 day" : days + " days", day(end)));
    }
    var start = certificate.getNotBefore().toInstant();
    if (start.isAfter(now)) {
      warnings.add("'%s' is not valid before %s.".formatted(subject, day(start)));
    }
  }

  private static void purpose(X509Certificate own, List<String> warnings) {
    try {
      var uses = own.getExtendedKeyUsage();
      if (uses != null && !uses.contains(CLIENT_AUTH) && !uses.contains(ANY_USE)) {
        warnings.add(
            "It was not issued for clients (its extended key usage lacks clientAuth); most servers will refuse it.");
      }
    } catch (CertificateParsingException _) {
      warnings.add("Its extended key usage cannot be read.");
    }
    var usage = own.getKeyUsage();
    if (usage != null && !usage[0]) {
      warnings.add("Its key may not sign (its key usage lacks digitalSignature); TLS needs that.");
    }
  }

  private static void completeness(List<X509Certificate> chain, List<String> warnings) {
    var last = chain.getLast();
    if (chain.size() == 1 && !isSelfSigned(last)) {
      warnings.add(
          "The certificate of its issuer '%s' is not in it. If that is an intermediate authority, add it: servers seldom know those."
              .formatted(last.getIssuerX500Principal()));
    }
  }

  private static String day(Instant instant) {
    return instant.toString().substring(0, 10);
  }

  private static InvalidException invalid(String sentence) {
    return new InvalidException("file", sentence);
  }
}
