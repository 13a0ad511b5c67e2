package io.patchbay.credential;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** Certificates as text, RFC 7468 section 5. */
final class PemText {

  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private PemText() {}

  static String write(List<X509Certificate> chain) {
    var text = new StringBuilder();
    for (var certificate : chain) {
      try {
        text.append("-----BEGIN CERTIFICATE-----\n")
            .append(LINES.encodeToString(certificate.getEncoded()))
            .append("\n-----END CERTIFICATE-----\n");
      } catch (CertificateEncodingException e) {
        throw new IllegalStateException("It was read from its encoding", e);
      }
    }
    return text.toString();
  }

  /** Reads what {@link #write} wrote. */
  static List<X509Certificate> read(String text) {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException e) {
      throw new IllegalStateException("The stored certificate cannot be read", e);
    }
  }
}
