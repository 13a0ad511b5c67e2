package io.patchbay.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.patchbay.common.InvalidException;
import io.patchbay.credential.OAuthClient.AssertionKey;
import io.patchbay.credential.PastedKey.Read;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.text.ParseException;
import java.util.LinkedHashMap;
import org.bouncycastle.cert.X509CertificateHolder;
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
      case RSAPrivateKey rsa -> rsa(rsa, wanted, keyId, read.certificate());
      case ECPrivateKey ec -> ec(ec, wanted, keyId, read.certificate());
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

  private static SigningKey rsa(
      RSAPrivateKey key,
      @Nullable String wanted,
      @Nullable String id,
      @Nullable X509CertificateHolder certificate) {
    if (key.getModulus().bitLength() < LEAST_BITS) {
      throw problem(
          "This RSA key has %,d bits; %,d are the least that is taken. Make a new one."
              .formatted(key.getModulus().bitLength(), LEAST_BITS));
    }
    var algorithm = wanted == null ? JWSAlgorithm.RS256 : JWSAlgorithm.parse(wanted);
    if (!JWSAlgorithm.Family.RSA.contains(algorithm)) {
      throw misfit(algorithm, "this one is an RSA key", "RS256");
    }
    return new SigningKey(new RSASSASigner(key), header(algorithm, id, certificate));
  }

  private static SigningKey ec(
      ECPrivateKey key,
      @Nullable String wanted,
      @Nullable String id,
      @Nullable X509CertificateHolder certificate) {
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
      return new SigningKey(
          new ECDSASigner((PrivateKey) key, curve), header(algorithm, id, certificate));
    } catch (JOSEException _) {
      throw problem("This EC key cannot be used for signing.");
    }
  }

  /** With the thumbprints of the certificate if one was pasted along, which Entra ID wants. */
  private static JWSHeader header(
      JWSAlgorithm algorithm, @Nullable String keyId, @Nullable X509CertificateHolder certificate) {
    var header = new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(keyId).build();
    if (certificate == null) {
      return header;
    }
    var named = new LinkedHashMap<>(header.toJSONObject());
    named.put("x5t", thumbprint("SHA-1", certificate).toString());
    named.put("x5t#S256", thumbprint("SHA-256", certificate).toString());
    try {
      return JWSHeader.parse(named);
    } catch (ParseException e) {
      throw new IllegalStateException("Two names more are still a header", e);
    }
  }

  private static Base64URL thumbprint(String hash, X509CertificateHolder certificate) {
    try {
      return Base64URL.encode(MessageDigest.getInstance(hash).digest(certificate.getEncoded()));
    } catch (NoSuchAlgorithmException | IOException e) {
      throw new IllegalStateException("What was read can be written and hashed", e);
    }
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
