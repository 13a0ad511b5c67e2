package io.patchbay.credential;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Map;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** Private keys in the classes of the JDK, whose TLS uses them. */
final class PrivateKeys {

  /** By the object identifier of RFC 8017, RFC 5480 and RFC 8410. */
  private static final Map<String, String> ALGORITHMS =
      Map.of(
          "1.2.840.113549.1.1.1", "RSA",
          "1.2.840.113549.1.1.10", "RSASSA-PSS",
          "1.2.840.10045.2.1", "EC",
          "1.3.101.112", "Ed25519",
          "1.3.101.113", "Ed448");

  private PrivateKeys() {}

  /**
   * The key of a PKCS#8 structure.
   *
   * @throws GeneralSecurityException when the JDK cannot use it
   */
  static PrivateKey of(PrivateKeyInfo info) throws GeneralSecurityException, IOException {
    var id = info.getPrivateKeyAlgorithm().getAlgorithm().getId();
    var algorithm = ALGORITHMS.get(id);
    if (algorithm == null) {
      throw new GeneralSecurityException("algorithm " + id);
    }
    return KeyFactory.getInstance(algorithm)
        .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
  }

  /** The key that the vault kept. */
  static PrivateKey ofStored(byte[] pkcs8) {
    try {
      return of(PrivateKeyInfo.getInstance(pkcs8));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("The stored key cannot be read", e);
    }
  }

  /** Whether what one signs the other verifies. */
  static boolean belong(PrivateKey key, PublicKey publicKey) {
    try {
      var message = new byte[32];
      new SecureRandom().nextBytes(message);
      var signing = signature(key.getAlgorithm());
      signing.initSign(key);
      signing.update(message);
      var signed = signing.sign();
      var verifying = signature(key.getAlgorithm());
      verifying.initVerify(publicKey);
      verifying.update(message);
      return verifying.verify(signed);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static Signature signature(String algorithm) throws GeneralSecurityException {
    if (algorithm.equals("RSASSA-PSS")) {
      var pss = Signature.getInstance("RSASSA-PSS");
      pss.setParameter(
          new java.security.spec.PSSParameterSpec(
              "SHA-256", "MGF1", java.security.spec.MGF1ParameterSpec.SHA256, 32, 1));
      return pss;
    }
    return Signature.getInstance(
        switch (algorithm) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> algorithm;
        });
  }
}
