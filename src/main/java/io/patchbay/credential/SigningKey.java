package io.patchbay.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.patchbay.common.InvalidException;
import io.patchbay.credential.OAuthClient.AssertionKey;
import io.patchbay.credential.PastedKey.Read;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import org.jspecify.annotations.Nullable;

/** A private key that signs assertions (RFC 7523); it does not leave this object. */
public final class SigningKey {

  /** The field of credentials that holds it. */
  public static final String FIELD = "privateKey";

  private static final int LEAST_BITS = 2_048;

  private final JWSSigner signer;
  private final JWSHeader header;

  private SigningKey(JWSSigner signer, JWSHeader header) {
    this.signer = signer;
    this.header = header;
  }

  /**
   * Reads what somebody pasted: PEM (PKCS#8, PKCS#1, SEC 1), a JWK, or the JSON file of a service
   * account.
   *
   * @param wish algorithm and key id; by the key when left out
   * @throws InvalidException that says what is wrong with it, never what it is
   */
  public static SigningKey of(Secret pasted, @Nullable AssertionKey wish) {
    var read = PastedKey.read(pasted.reveal());
    var wanted = wish == null || wish.algorithm() == null ? read.algorithm() : wish.algorithm();
    var keyId = wish == null || wish.keyId() == null ? read.keyId() : wish.keyId();
    return switch (read.key()) {
      case RSAPrivateKey rsa -> rsa(rsa, wanted, keyId);
      case ECPrivateKey ec -> ec(ec, wanted, keyId);
      default -> throw unfit(read);
    };
  }

  /** The signed token. */
  public SignedJWT sign(JWTClaimsSet claims) {
    var jwt = new SignedJWT(header, claims);
    try {
      jwt.sign(signer);
    } catch (JOSEException _) {
      throw problem("This key cannot sign with %s.".formatted(header.getAlgorithm()));
    }
    return jwt;
  }

  private static SigningKey rsa(RSAPrivateKey key, @Nullable String wanted, @Nullable String id) {
    if (key.getModulus().bitLength() < LEAST_BITS) {
      throw problem(
          "This RSA key has %,d bits; %,d are the least that is taken. Make a new one."
              .formatted(key.getModulus().bitLength(), LEAST_BITS));
    }
    var algorithm = wanted == null ? JWSAlgorithm.RS256 : JWSAlgorithm.parse(wanted);
    if (!JWSAlgorithm.Family.RSA.contains(algorithm)) {
      throw misfit(algorithm, "this one is an RSA key", "RS256");
    }
    return new SigningKey(new RSASSASigner(key), header(algorithm, id));
  }

  private static SigningKey ec(ECPrivateKey key, @Nullable String wanted, @Nullable String id) {
    var curve = Curve.forECParameterSpec(key.getParams());
    var fitting =
        Curve.P_256.equals(curve)
            ? JWSAlgorithm.ES256
            : Curve.P_384.equals(curve)
                ? JWSAlgorithm.ES384
                : Curve.P_521.equals(curve) ? JWSAlgorithm.ES512 : null;
    if (fitting == null) {
      throw problem(
          "This EC key is on another curve than P-256, P-384 and P-521. Make a new one on P-256.");
    }
    var algorithm = wanted == null ? fitting : JWSAlgorithm.parse(wanted);
    if (!algorithm.equals(fitting)) {
      throw misfit(algorithm, "this one is an EC key on " + curve.getName(), fitting.getName());
    }
    try {
      return new SigningKey(new ECDSASigner((PrivateKey) key, curve), header(algorithm, id));
    } catch (JOSEException _) {
      throw problem("This EC key cannot be used for signing.");
    }
  }

  private static JWSHeader header(JWSAlgorithm algorithm, @Nullable String keyId) {
    return new JWSHeader.Builder(algorithm)
        .type(com.nimbusds.jose.JOSEObjectType.JWT)
        .keyID(keyId)
        .build();
  }

  private static InvalidException unfit(Read read) {
    return problem(
        "A key of type %s cannot sign here. Use an RSA key, or an EC key on P-256, P-384 or P-521."
            .formatted(read.key().getAlgorithm()));
  }

  private static InvalidException misfit(JWSAlgorithm wanted, String is, String instead) {
    return new InvalidException(
        "assertion.algorithm",
        "%s does not go with the private key: %s. Choose %s, or leave the algorithm out."
            .formatted(wanted, is, instead));
  }

  static InvalidException problem(String message) {
    return new InvalidException(FIELD, message);
  }
}
