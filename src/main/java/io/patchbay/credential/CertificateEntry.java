package io.patchbay.credential;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What there is to see of one certificate.
 *
 * @param subject whom it speaks of, for example {@code CN=api.example.com, O=Example}
 * @param serial hexadecimal
 * @param sha256 fingerprint, hexadecimal in lower case
 * @param keyType for example {@code RSA 2048}, {@code EC P-256}, {@code Ed25519}
 * @param pin SHA-256 of its public key in Base64, as pins of an API are written
 * @param authority whether it may sign others
 */
public record CertificateEntry(
    String subject,
    String issuer,
    String serial,
    String sha256,
    Instant notBefore,
    Instant notAfter,
    String keyType,
    String pin,
    boolean authority) {

  /** What there is to see of this one. */
  public static CertificateEntry of(X509Certificate certificate) {
    return new CertificateEntry(
        certificate.getSubjectX500Principal().toString(),
        certificate.getIssuerX500Principal().toString(),
        serial(certificate.getSerialNumber()),
        sha256(certificate),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        keyType(certificate.getPublicKey()),
        pin(certificate),
        certificate.getBasicConstraints() >= 0);
  }

  /** SHA-256 of its public key in Base64, RFC 7469 section 2.4. */
  public static String pin(X509Certificate certificate) {
    return Base64.getEncoder().encodeToString(digest(certificate.getPublicKey().getEncoded()));
  }

  private static String serial(BigInteger number) {
    return number.toString(16);
  }

  private static String sha256(X509Certificate certificate) {
    try {
      return HexFormat.of().formatHex(digest(certificate.getEncoded()));
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("It was read from its encoding", e);
    }
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static String keyType(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> "RSA " + rsa.getModulus().bitLength();
      case ECPublicKey ec -> "EC " + curve(ec);
      default -> key.getAlgorithm().equals("EdDSA") ? edwards(key) : key.getAlgorithm();
    };
  }

  /** The curves of the names in FIPS 186, others by their size. */
  private static String curve(ECPublicKey key) {
    var params = key.getParams();
    var bits = params.getCurve().getField().getFieldSize();
    var name = params.toString().toLowerCase(Locale.ROOT);
    var isFips = name.contains("secp%dr1".formatted(bits));
    return isFips ? "P-" + bits : params.toString().split(" ")[0];
  }

  /** The last byte of the algorithm's id, RFC 8410 section 3. */
  private static String edwards(PublicKey key) {
    return key.getEncoded().length > 50 ? "Ed448" : "Ed25519";
  }
}
