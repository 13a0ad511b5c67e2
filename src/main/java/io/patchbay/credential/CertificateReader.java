package io.patchbay.credential;

import io.patchbay.common.InvalidException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.X509TrustedCertificateBlock;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/** Finds certificates and keys in what people upload: PKCS#12, PEM or DER, whatever its name. */
final class CertificateReader {

  private static final int LARGEST = 1024 * 1024;
  private static final String ARMOUR = "-----BEGIN ";

  private final UploadedParts parts = new UploadedParts();
  private final KeyDecryption decryption;

  private CertificateReader(KeyDecryption decryption) {
    this.decryption = decryption;
  }

  /**
   * All that is in it.
   *
   * @throws InvalidException when something in it cannot be used
   */
  static UploadedParts read(CertificateUpload upload) {
    if (upload.files().stream().mapToLong(file -> file.length).sum() > LARGEST) {
      throw invalid("This is larger than 1 MiB, which no certificate is.");
    }
    var reader = new CertificateReader(new KeyDecryption(upload.password()));
    for (var file : upload.files()) {
      reader.read(file);
    }
    if (reader.parts.isEmpty()) {
      throw invalid("There is neither a certificate nor a private key in it.");
    }
    return reader.parts;
  }

  private void read(byte[] file) {
    if (file.length == 0) {
      throw invalid("The file is empty.");
    }
    if (startsWith(file, 0xFE, 0xED, 0xFE, 0xED) || startsWith(file, 0xCE, 0xCE, 0xCE, 0xCE)) {
      throw invalid(
          "This is a Java key store (JKS). Convert it: keytool -importkeystore -srckeystore FILE -destkeystore client.p12 -deststoretype PKCS12.");
    }
    try {
      var text = text(file);
      if (text.contains(ARMOUR)) {
        readPem(text);
      } else {
        readDer(file);
      }
    } catch (IOException
        | IllegalArgumentException
        | IllegalStateException
        | ClassCastException e) {
      throw unreadable(e.getMessage());
    } catch (StackOverflowError _) {
      throw unreadable("it is nested too deep");
    }
  }

  /** Bytes as they are, unless a byte order mark says UTF-16, as some tools of Windows write. */
  private static String text(byte[] file) {
    Charset charset =
        startsWith(file, 0xFF, 0xFE) || startsWith(file, 0xFE, 0xFF)
            ? StandardCharsets.UTF_16
            : StandardCharsets.ISO_8859_1;
    var text = new String(file, charset);
    // A PEM text out of JSON or an environment variable often has its line ends written as \n.
    return text.contains("\\n") ? text.replace("\\r", "").replace("\\n", "\n") : text;
  }

  private void readPem(String text) throws IOException {
    if (text.contains(ARMOUR + "OPENSSH PRIVATE KEY")) {
      throw invalid("This is a key for SSH, not for TLS.");
    }
    var begin = text.substring(text.indexOf(ARMOUR));
    var lines = begin.lines().map(String::strip).collect(Collectors.joining("\n"));
    try (var parser = new PEMParser(new StringReader(lines))) {
      for (var found = parser.readObject(); found != null; found = parser.readObject()) {
        take(found);
      }
    }
  }

  private void take(Object found) throws IOException {
    switch (found) {
      case X509CertificateHolder certificate -> parts.add(certificate);
      case X509TrustedCertificateBlock trusted -> parts.add(trusted.getCertificateHolder());
      case PrivateKeyInfo key -> parts.add(key);
      case PEMKeyPair pair -> parts.add(pair.getPrivateKeyInfo());
      case PKCS8EncryptedPrivateKeyInfo key -> parts.add(key, decryption);
      case PEMEncryptedKeyPair key -> parts.add(decrypted(key).getPrivateKeyInfo());
      case ContentInfo collection -> takeAll(collection);
      case PKCS10CertificationRequest _ ->
          throw invalid(
              "This is a certificate request. Upload the certificate that the authority made of it.");
      default -> {} // parameters of curves, public keys
    }
  }

  private PEMKeyPair decrypted(PEMEncryptedKeyPair key) throws IOException {
    var decryptor = decryption.pemDecryptor();
    try {
      return key.decryptKeyPair(decryptor);
    } catch (PEMException | IllegalArgumentException _) {
      throw KeyDecryption.wrongPassword();
    }
  }

  /** A collection of certificates, PKCS#7. */
  private void takeAll(ContentInfo collection) throws IOException {
    if (!collection.getContentType().equals(PKCSObjectIdentifiers.signedData)) {
      throw invalid("This is an encrypted or signed message, not a certificate.");
    }
    var certificates = SignedData.getInstance(collection.getContent()).getCertificates();
    if (certificates != null) {
      for (var certificate : certificates) {
        parts.add(new X509CertificateHolder(Certificate.getInstance(certificate)));
      }
    }
  }

  private void readDer(byte[] file) throws IOException {
    if (file[0] != 0x30) {
      throw invalid(
          "This is no certificate file. Upload PKCS#12 (.p12, .pfx), PEM (.pem, .crt, .key) or DER (.cer).");
    }
    var sequence = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(file));
    var first = sequence.getObjectAt(0).toASN1Primitive();
    var second = sequence.size() > 1 ? sequence.getObjectAt(1).toASN1Primitive() : null;
    switch (first) {
      case ASN1ObjectIdentifier _ -> takeAll(ContentInfo.getInstance(sequence));
      case ASN1Integer version when second instanceof ASN1OctetString ->
          takeEc(version, ECPrivateKey.getInstance(sequence));
      case ASN1Integer _ when sequence.size() >= 9 -> takeRsa(sequence);
      case ASN1Integer version when version.hasValue(3) ->
          new Pkcs12Reader(decryption, parts).read(Pfx.getInstance(sequence));
      case ASN1Integer _ -> parts.add(PrivateKeyInfo.getInstance(sequence));
      case ASN1Sequence _ when second instanceof ASN1OctetString ->
          parts.add(new PKCS8EncryptedPrivateKeyInfo(file), decryption);
      default -> parts.add(new X509CertificateHolder(file));
    }
  }

  private void takeRsa(ASN1Sequence key) throws IOException {
    var algorithm = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    parts.add(new PrivateKeyInfo(algorithm, RSAPrivateKey.getInstance(key)));
  }

  private void takeEc(ASN1Integer version, ECPrivateKey key) throws IOException {
    var curve = key.getParametersObject();
    if (!version.hasValue(1) || curve == null) {
      throw unreadable("the key does not say its curve");
    }
    parts.add(
        new PrivateKeyInfo(
            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), key));
  }

  private static boolean startsWith(byte[] file, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= file.length || (file[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static InvalidException unreadable(@org.jspecify.annotations.Nullable String reason) {
    return invalid(
        "The file cannot be read as PKCS#12, PEM or DER%s."
            .formatted(reason == null ? "" : " (" + reason + ")"));
  }

  private static InvalidException invalid(String sentence) {
    return new InvalidException("file", sentence);
  }
}
