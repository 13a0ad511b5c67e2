package io.patchbay.credential;

import io.patchbay.common.InvalidException;
import java.io.IOException;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilderProvider;

/** Reads PKCS#12 files (RFC 7292), as {@code .p12} and {@code .pfx} files are. */
final class Pkcs12Reader {

  private static final int MOST_PARTS = 20;

  private final KeyDecryption decryption;
  private final UploadedParts parts;

  Pkcs12Reader(KeyDecryption decryption, UploadedParts parts) {
    this.decryption = decryption;
    this.parts = parts;
  }

  void read(Pfx structure) throws IOException {
    var file = new PKCS12PfxPdu(structure);
    checkPassword(structure, file);
    var contents = file.getContentInfos();
    if (contents.length > MOST_PARTS) {
      throw new InvalidException("file", "The file has more than %d parts.".formatted(MOST_PARTS));
    }
    for (var content : contents) {
      for (var bag : bags(content).getSafeBags()) {
        take(bag.getBagValue());
      }
    }
  }

  private void checkPassword(Pfx structure, PKCS12PfxPdu file) {
    if (!file.hasMac()) {
      return;
    }
    var mac = structure.getMacData();
    var algorithm = mac.getMac().getAlgorithmId();
    if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1)) {
      decryption.admit(algorithm);
    } else {
      decryption.admitIterations(mac.getIterationCount());
    }
    try {
      var calculators =
          new JcePKCS12MacCalculatorBuilderProvider().setProvider(KeyDecryption.provider());
      var password = decryption.hasPassword() ? decryption.password() : new char[0];
      if (!file.isMacValid(calculators, password)) {
        decryption.password(); // says that one is needed
        throw KeyDecryption.wrongPassword();
      }
    } catch (PKCSException e) {
      throw unreadable(e);
    }
  }

  private PKCS12SafeBagFactory bags(ContentInfo content) {
    if (content.getContentType().equals(PKCSObjectIdentifiers.data)) {
      return new PKCS12SafeBagFactory(content);
    }
    if (!content.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
      throw new InvalidException(
          "file", "The file is encrypted for a certificate. Export it with a password instead.");
    }
    AlgorithmIdentifier algorithm =
        EncryptedData.getInstance(content.getContent()).getEncryptionAlgorithm();
    decryption.admit(algorithm);
    try {
      return new PKCS12SafeBagFactory(content, decryption.decryptor());
    } catch (PKCSException | IllegalArgumentException _) {
      throw KeyDecryption.wrongPassword();
    }
  }

  private void take(Object value) throws IOException {
    switch (value) {
      case X509CertificateHolder certificate -> parts.add(certificate);
      case PrivateKeyInfo key -> parts.add(key);
      case PKCS8EncryptedPrivateKeyInfo key -> parts.add(key, decryption);
      default -> {} // revocation lists and secrets are of no use here
    }
  }

  private static InvalidException unreadable(PKCSException e) {
    return new InvalidException(
        "file",
        "The file is protected in a way that cannot be read: %s.".formatted(e.getMessage()));
  }
}
