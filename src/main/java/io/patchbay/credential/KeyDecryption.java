package io.patchbay.credential;

import io.patchbay.common.InvalidException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMDecryptorProvider;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The password of one upload. Looks at the work that a file asks for before doing any of it, so
 * that nobody keeps the server busy with a file.
 */
final class KeyDecryption {

  private static final BigInteger MOST_ITERATIONS = BigInteger.valueOf(1_000_000);
  private static final BigInteger MOST_IN_TOTAL = BigInteger.valueOf(4_000_000);
  private static final BigInteger MOST_SCRYPT_WORK = BigInteger.valueOf(1 << 20);

  private final @Nullable Secret password;
  private BigInteger spent = BigInteger.ZERO;

  KeyDecryption(@Nullable Secret password) {
    this.password = password;
  }

  boolean hasPassword() {
    return password != null;
  }

  /**
   * The password's characters.
   *
   * @throws InvalidException when none was given
   */
  char[] password() {
    if (password == null) {
      throw new InvalidException(
          "password", "The file is protected by a password. Enter it and upload again.");
    }
    return password.reveal().toCharArray();
  }

  /** Opens PKCS#8 keys and the bags of PKCS#12; {@link #admit} comes first. */
  InputDecryptorProvider decryptor() {
    return new JcePKCSPBEInputDecryptorProviderBuilder()
        .setProvider(Provider.BOUNCY_CASTLE)
        .build(password());
  }

  /** Opens keys in the traditional style of OpenSSL, which derives in one round. */
  PEMDecryptorProvider pemDecryptor() {
    return new JcePEMDecryptorProviderBuilder()
        .setProvider(Provider.BOUNCY_CASTLE)
        .build(password());
  }

  static BouncyCastleProvider provider() {
    return Provider.BOUNCY_CASTLE;
  }

  static InvalidException wrongPassword() {
    return new InvalidException("password", "The password does not open the file. Check it.");
  }

  /**
   * Checks how much work deriving the key takes.
   *
   * @throws InvalidException when it is more than we do
   */
  void admit(AlgorithmIdentifier algorithm) {
    var id = algorithm.getAlgorithm();
    if (id.equals(PKCSObjectIdentifiers.id_PBES2)) {
      admitFunction(
          AlgorithmIdentifier.getInstance(
              PBES2Parameters.getInstance(algorithm.getParameters()).getKeyDerivationFunc()));
    } else if (id.equals(PKCSObjectIdentifiers.id_PBMAC1)) {
      admitFunction(PBMAC1Params.getInstance(algorithm.getParameters()).getKeyDerivationFunc());
    } else {
      admitIterations(iterations(algorithm.getParameters()));
    }
  }

  private void admitFunction(AlgorithmIdentifier function) {
    if (function.getAlgorithm().equals(MiscObjectIdentifiers.id_scrypt)) {
      var scrypt = ScryptParams.getInstance(function.getParameters());
      var work =
          scrypt
              .getCostParameter()
              .multiply(scrypt.getBlockSize())
              .multiply(scrypt.getParallelizationParameter());
      if (work.signum() <= 0 || work.compareTo(MOST_SCRYPT_WORK) > 0) {
        throw tooMuch();
      }
    } else {
      admitIterations(PBKDF2Params.getInstance(function.getParameters()).getIterationCount());
    }
  }

  void admitIterations(BigInteger iterations) {
    spent = spent.add(iterations);
    if (iterations.signum() <= 0
        || iterations.compareTo(MOST_ITERATIONS) > 0
        || spent.compareTo(MOST_IN_TOTAL) > 0) {
      throw tooMuch();
    }
  }

  /** The parameters of PKCS#12 and of PBES1 are a salt and a number. */
  private static BigInteger iterations(@Nullable ASN1Encodable parameters) {
    var sequence = ASN1Sequence.getInstance(parameters);
    return ASN1Integer.getInstance(sequence.getObjectAt(1)).getValue();
  }

  private static InvalidException tooMuch() {
    return new InvalidException(
        "file",
        "The file's password protection asks for too much work (more than 1,000,000 rounds). Export it again with the usual settings.");
  }

  /** Made at the first upload; not registered, so that nothing else changes its ways. */
  private static final class Provider {

    static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();
  }
}
