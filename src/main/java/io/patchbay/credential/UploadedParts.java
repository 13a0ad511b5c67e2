package io.patchbay.credential;

import io.patchbay.common.InvalidException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/** The certificates and keys found in an upload, in their order. */
final class UploadedParts {

  private static final int MOST_CERTIFICATES = 10;

  private final List<X509Certificate> certificates = new ArrayList<>();
  private final List<PrivateKey> keys = new ArrayList<>();

  List<X509Certificate> certificates() {
    return certificates;
  }

  List<PrivateKey> keys() {
    return keys;
  }

  boolean isEmpty() {
    return certificates.isEmpty() && keys.isEmpty();
  }

  /** One that is there already is not added again. */
  void add(X509CertificateHolder holder) throws IOException {
    try {
      var certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
      if (certificates.contains(certificate)) {
        return;
      }
      if (certificates.size() == MOST_CERTIFICATES) {
        throw new InvalidException(
            "file", "There are more than %d certificates in it.".formatted(MOST_CERTIFICATES));
      }
      certificates.add(certificate);
    } catch (GeneralSecurityException e) {
      throw new InvalidException(
          "file", "A certificate in it cannot be read: %s.".formatted(e.getMessage()));
    }
  }

  void add(PrivateKeyInfo info) throws IOException {
    try {
      var key = PrivateKeys.of(info);
      if (!keys.contains(key)) {
        keys.add(key);
      }
    } catch (GeneralSecurityException e) {
      throw new InvalidException(
          "file",
          "The private key is of a kind that TLS cannot use (%s). Use RSA, EC (P-256, P-384, P-521) or Ed25519."
              .formatted(e.getMessage()));
    }
  }

  void add(PKCS8EncryptedPrivateKeyInfo encrypted, KeyDecryption decryption) throws IOException {
    decryption.admit(encrypted.toASN1Structure().getEncryptionAlgorithm());
    PrivateKeyInfo info;
    try {
      info = encrypted.decryptPrivateKeyInfo(decryption.decryptor());
    } catch (PKCSException | IllegalArgumentException _) {
      throw KeyDecryption.wrongPassword();
    }
    add(info);
  }
}
