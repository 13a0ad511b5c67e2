package io.patchbay.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.credential.OAuthClient.AssertionKey;
import io.patchbay.testing.TestCertificates;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SigningKeyTest {

  private static final KeyPair RSA = pair("RSA", "2048");
  private static final KeyPair EC = pair("EC", "secp256r1");

  static Stream<String> spellings() throws Exception {
    var pkcs8 = pem(new JcaPKCS8Generator(RSA.getPrivate(), null));
    return Stream.of(
        pkcs8,
        pem(RSA.getPrivate()),
        pkcs8.replace("\n", "\r\n"),
        pkcs8.replace("\n", "\\n"),
        pkcs8.replace("\n", " "),
        "  \n" + pkcs8 + "\n\n",
        Base64.getEncoder().encodeToString(RSA.getPrivate().getEncoded()),
        Base64.getMimeEncoder().encodeToString(RSA.getPrivate().getEncoded()),
        new RSAKey.Builder((RSAPublicKey) RSA.getPublic())
            .privateKey(RSA.getPrivate())
            .build()
            .toJSONString(),
        Json.write(Map.of("type", "service_account", "private_key", pkcs8)));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void readsAKeyHoweverItIsWritten(String pasted) throws Exception {
    var jwt = sign(pasted, null);

    assertThat(jwt.verify(new RSASSAVerifier((RSAPublicKey) RSA.getPublic()))).isTrue();
    assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
  }

  @ParameterizedTest
  @CsvSource({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
  void signsWithEachRsaAlgorithm(String algorithm) throws Exception {
    var jwt = sign(pem(RSA.getPrivate()), new AssertionKey(algorithm, "key-1"));

    assertThat(jwt.verify(new RSASSAVerifier((RSAPublicKey) RSA.getPublic()))).isTrue();
    assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo(algorithm);
    assertThat(jwt.getHeader().getKeyID()).isEqualTo("key-1");
  }

  @ParameterizedTest
  @CsvSource({"secp256r1,ES256", "secp384r1,ES384", "secp521r1,ES512"})
  void takesTheAlgorithmOfTheCurve(String curve, String algorithm) throws Exception {
    var pair = pair("EC", curve);
    for (var pasted :
        new String[] {sec1(pair), pem(new JcaPKCS8Generator(pair.getPrivate(), null))}) {
      var jwt = sign(pasted, null);

      assertThat(jwt.verify(new ECDSAVerifier((ECPublicKey) pair.getPublic()))).isTrue();
      assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo(algorithm);
    }
  }

  @Test
  void readsWhatOpensslWritesForAnEcKey() throws Exception {
    var parameters =
        "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";

    var jwt = sign(parameters + sec1(EC), null);

    assertThat(jwt.verify(new ECDSAVerifier((ECPublicKey) EC.getPublic()))).isTrue();
  }

  @Test
  void takesKeyIdAndAlgorithmFromTheKeyUnlessSaidOtherwise() throws Exception {
    var jwk =
        new RSAKey.Builder((RSAPublicKey) RSA.getPublic())
            .privateKey(RSA.getPrivate())
            .keyID("from-jwk")
            .algorithm(com.nimbusds.jose.JWSAlgorithm.PS384)
            .build()
            .toJSONString();
    var google =
        Json.write(
            Map.of(
                "private_key_id",
                "from-google",
                "private_key",
                pem(new JcaPKCS8Generator(RSA.getPrivate(), null))));

    assertThat(sign(jwk, null).getHeader().getKeyID()).isEqualTo("from-jwk");
    assertThat(sign(jwk, null).getHeader().getAlgorithm().getName()).isEqualTo("PS384");
    assertThat(sign(jwk, new AssertionKey("RS512", "mine")).getHeader().getKeyID())
        .isEqualTo("mine");
    assertThat(sign(google, null).getHeader().getKeyID()).isEqualTo("from-google");
  }

  @Test
  void namesTheCertificateThatIsPastedAlong() throws Exception {
    var robot = TestCertificates.authority("Clients").client("robot");
    var sha256 = MessageDigest.getInstance("SHA-256").digest(robot.certificate().getEncoded());
    var sha1 = MessageDigest.getInstance("SHA-1").digest(robot.certificate().getEncoded());

    for (var pasted : List.of(robot.keyPem() + robot.pem(), robot.chainPem() + robot.keyPem())) {
      var header = sign(pasted, null).getHeader();

      assertThat(header.getX509CertSHA256Thumbprint()).isEqualTo(Base64URL.encode(sha256));
      assertThat(header.toJSONObject()).containsEntry("x5t", Base64URL.encode(sha1).toString());
    }
    assertThatThrownBy(() -> sign(robot.chainPem(), null))
        .hasMessageContaining("It is a certificate. Paste the private key");
  }

  static Stream<String[]> unusable() throws Exception {
    var pkcs8 = pem(new JcaPKCS8Generator(RSA.getPrivate(), null));
    var encryptor =
        new JceOpenSSLPKCS8EncryptorBuilder(JcaPKCS8Generator.AES_256_CBC)
            .setProvider(new BouncyCastleProvider())
            .setPassword("s3cr3t".toCharArray())
            .build();
    return Stream.of(
        new String[] {"hello", "It is no private key."},
        new String[] {pkcs8.substring(0, 400), "There is no private key|damaged"},
        new String[] {pkcs8.replace("A", "!"), "damaged|no private key"},
        new String[] {
          pem(new JcaPKCS8Generator(RSA.getPrivate(), encryptor)), "encrypted with a passphrase"
        },
        new String[] {pem(RSA.getPublic()), "There is no private key in the PEM text"},
        new String[] {"{\"a\": 1}", "no private key as a JWK"},
        new String[] {"{\"a\": ", "no whole JSON object"},
        new String[] {"{\"keys\": []}", "It is a set of keys"},
        new String[] {
          new ECKey.Builder(Curve.P_256, (ECPublicKey) EC.getPublic()).build().toJSONString(),
          "without a private part"
        },
        new String[] {pem(pair("RSA", "1024").getPrivate()), "has 1,024 bits; 2,048 are the least"},
        new String[] {
          pem(new JcaPKCS8Generator(pair("Ed25519", "").getPrivate(), null)), "cannot sign here"
        });
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void saysWhatIsWrongAndNothingOfTheKey(String pasted, String said) {
    assertThatThrownBy(() -> sign(pasted, null))
        .isInstanceOf(InvalidException.class)
        .hasMessageStartingWith("privateKey: ")
        .message()
        .matches(message -> Stream.of(said.split("\\|")).anyMatch(message::contains), said)
        .doesNotContain("MII");
  }

  @Test
  void saysWhichAlgorithmGoesWithTheKey() {
    assertThatThrownBy(() -> sign(sec1(EC), new AssertionKey("RS256", null)))
        .hasMessage(
            "assertion.algorithm: RS256 does not go with the private key: this one is an EC key on P-256. Choose ES256, or leave the algorithm out.");
    assertThatThrownBy(() -> sign(pem(RSA.getPrivate()), new AssertionKey("ES256", null)))
        .hasMessageContaining("this one is an RSA key");
  }

  private static com.nimbusds.jwt.SignedJWT sign(String pasted, @Nullable AssertionKey wish) {
    return SigningKey.of(Secret.of(pasted), wish)
        .sign(new JWTClaimsSet.Builder().issuer("patchbay").build());
  }

  private static KeyPair pair(String type, String parameter) {
    try {
      var generator = KeyPairGenerator.getInstance(type);
      if (type.equals("RSA")) {
        generator.initialize(Integer.parseInt(parameter));
      } else if (type.equals("EC")) {
        generator.initialize(new ECGenParameterSpec(parameter));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** SEC 1, RFC 5915; with the curve in it, which the PEM writer leaves out. */
  private static String sec1(KeyPair pair) throws Exception {
    var info = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded());
    var bare = ECPrivateKey.getInstance(info.parsePrivateKey());
    var bits = ((ECPublicKey) pair.getPublic()).getParams().getOrder().bitLength();
    var whole =
        new ECPrivateKey(bits, bare.getKey(), info.getPrivateKeyAlgorithm().getParameters());
    return pem(new PemObject("EC PRIVATE KEY", whole.getEncoded()));
  }

  private static String pem(Object key) throws Exception {
    var text = new StringWriter();
    try (var writer = new JcaPEMWriter(text)) {
      writer.writeObject(key);
    }
    return text.toString();
  }
}
