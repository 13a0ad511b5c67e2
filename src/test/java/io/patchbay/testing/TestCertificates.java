package io.patchbay.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.jspecify.annotations.Nullable;

/**
 * A certificate with its key and those above it, made for a test.
 *
 * @param issuer absent for a root
 */
public record TestCertificates(
    KeyPair keys, X509Certificate certificate, @Nullable TestCertificates issuer) {

  /** A root authority. */
  public static TestCertificates authority(String name) {
    return new Wish("CN=" + name).asAuthority().issuedBy(null);
  }

  /** An authority below this one. */
  public TestCertificates intermediate(String name) {
    return new Wish("CN=" + name).asAuthority().issuedBy(this);
  }

  /** A server's certificate for names and addresses. */
  public TestCertificates server(String... names) {
    return new Wish("CN=" + names[0])
        .withNames(names)
        .withPurpose(KeyPurposeId.id_kp_serverAuth)
        .issuedBy(this);
  }

  /** A client's certificate. */
  public TestCertificates client(String name) {
    return client(name, wish -> wish);
  }

  /** A client's certificate that is unusual. */
  public TestCertificates client(String name, UnaryOperator<Wish> change) {
    return change
        .apply(new Wish("CN=" + name).withPurpose(KeyPurposeId.id_kp_clientAuth))
        .issuedBy(this);
  }

  public PrivateKey key() {
    return keys.getPrivate();
  }

  /** This one first, then those above it; the root only if this is it. */
  public List<X509Certificate> chain() {
    var chain = new ArrayList<X509Certificate>();
    for (var next = this; next != null; next = next.issuer) {
      if (chain.isEmpty() || next.issuer != null) {
        chain.add(next.certificate);
      }
    }
    return chain;
  }

  /** The certificate alone as PEM. */
  public String pem() {
    return pem(certificate);
  }

  /** The chain as PEM. */
  public String chainPem() {
    return pem(chain().toArray());
  }

  /** The key as PEM, in the traditional style of OpenSSL: PKCS#1, or SEC 1 with its curve. */
  public String keyPem() {
    if (key() instanceof java.security.interfaces.ECPrivateKey ec) {
      var sec1 = new ECPrivateKey(256, ec.getS(), SECObjectIdentifiers.secp256r1);
      try {
        return pem(new PemObject("EC PRIVATE KEY", sec1.getEncoded()));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    return pem(key());
  }

  /** Anything that BouncyCastle writes, as PEM. */
  public static String pem(Object... things) {
    var text = new StringWriter();
    try (var writer = new JcaPEMWriter(text)) {
      for (var thing : things) {
        writer.writeObject(thing);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  /** As a PKCS#12 file. */
  public byte[] p12(String password) {
    return p12(password, chain());
  }

  /** As a PKCS#12 file with another chain. */
  public byte[] p12(String password, List<X509Certificate> chain) {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "key", key(), password.toCharArray(), chain.toArray(X509Certificate[]::new));
      var bytes = new ByteArrayOutputStream();
      store.store(bytes, password.toCharArray());
      return bytes.toByteArray();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a certificate shall be like. */
  public static final class Wish {

    private final String subject;
    private String keyKind = "EC";
    private int bits = 256;
    private boolean authority;
    private List<String> names = List.of();
    private @Nullable KeyPurposeId purpose;
    private Duration from = Duration.ofHours(-1);
    private Duration until = Duration.ofDays(90);

    public Wish(String subject) {
      this.subject = subject;
    }

    public Wish asAuthority() {
      authority = true;
      return this;
    }

    public Wish withKey(String kind, int size) {
      keyKind = kind;
      bits = size;
      return this;
    }

    public Wish withNames(String... wanted) {
      names = List.of(wanted);
      return this;
    }

    public Wish withPurpose(KeyPurposeId wanted) {
      purpose = wanted;
      return this;
    }

    /** Counted from now. */
    public Wish valid(Duration begin, Duration end) {
      from = begin;
      until = end;
      return this;
    }

    public TestCertificates issuedBy(@Nullable TestCertificates issuer) {
      try {
        var generator = KeyPairGenerator.getInstance(keyKind);
        generator.initialize(bits);
        var pair = generator.generateKeyPair();
        return new TestCertificates(pair, sign(pair, issuer), issuer);
      } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
        throw new IllegalStateException(e);
      }
    }

    private X509Certificate sign(KeyPair pair, @Nullable TestCertificates issuer)
        throws GeneralSecurityException, CertIOException, OperatorCreationException {
      var name = new X500Principal(subject);
      var now = Instant.now();
      var builder =
          new JcaX509v3CertificateBuilder(
              issuer == null ? name : issuer.certificate.getSubjectX500Principal(),
              BigInteger.valueOf(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE)),
              Date.from(now.plus(from)),
              Date.from(now.plus(until)),
              name,
              pair.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      if (purpose != null) {
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
      }
      if (!names.isEmpty()) {
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(names.stream().map(Wish::generalName).toArray(GeneralName[]::new)));
      }
      var signing = issuer == null ? pair.getPrivate() : issuer.key();
      var algorithm = signing.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
      var signer = new JcaContentSignerBuilder(algorithm).build(signing);
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static GeneralName generalName(String name) {
      var isAddress = name.indexOf(':') >= 0 || name.chars().allMatch(c -> c == '.' || c <= '9');
      return new GeneralName(isAddress ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }
  }

  @Override
  public String toString() {
    return Arrays.toString(new Object[] {certificate.getSubjectX500Principal()});
  }
}
