package io.patchbay.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Reads a private key from the texts in which providers hand keys out. */
final class PastedKey {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
  private static final String EXPECTED =
      "Paste it whole: PEM from -----BEGIN to -----END, a JWK, or the JSON file of the service account.";

  private PastedKey() {}

  /**
   * @param keyId what the text itself calls it
   * @param algorithm what the text itself says
   * @param certificate the first one in the text; absent without one
   */
  record Read(
      PrivateKey key,
      @Nullable String keyId,
      @Nullable String algorithm,
      @Nullable X509CertificateHolder certificate) {}

  static Read read(String pasted) {
    var text = pasted.strip();
    if (text.startsWith("{")) {
      return json(text);
    }
    return text.contains("-----BEGIN") ? pem(text) : new Read(bare(text), null, null, null);
  }

  private static Read json(String text) {
    ObjectNode json;
    try {
      json = Json.MAPPER.readValue(text, ObjectNode.class);
    } catch (JacksonException _) {
      throw problem("It begins like JSON, but is no whole JSON object. " + EXPECTED);
    }
    if (json.path("private_key").isString()) {
      var id = json.path("private_key_id").asString(null);
      return new Read(pem(json.path("private_key").stringValue()).key(), id, null, null);
    }
    if (json.path("keys").isArray()) {
      throw problem("It is a set of keys. Paste the one private key of it that signs.");
    }
    return jwk(text);
  }

  private static Read jwk(String text) {
    try {
      var jwk = JWK.parse(text);
      if (!jwk.isPrivate() || !(jwk instanceof AsymmetricJWK pair)) {
        throw problem(
            "It is a JWK without a private part. Paste the private key, which has the field 'd'.");
      }
      var algorithm = jwk.getAlgorithm() == null ? null : jwk.getAlgorithm().getName();
      var signs = algorithm != null && algorithm.matches("(RS|PS|ES)(256|384|512)");
      return new Read(pair.toPrivateKey(), jwk.getKeyID(), signs ? algorithm : null, null);
    } catch (ParseException | JOSEException | RuntimeException e) {
      if (e instanceof InvalidException said) {
        throw said;
      }
      throw problem("It is JSON, but no private key as a JWK (RFC 7517). " + EXPECTED);
    }
  }

  private static Read pem(String text) {
    PrivateKey key = null;
    X509CertificateHolder certificate = null;
    try (var parser = new PEMParser(new StringReader(inLines(text)))) {
      Object block;
      while ((block = parser.readObject()) != null) {
        switch (block) {
          case PrivateKeyInfo info -> key = PrivateKeys.of(info);
          case PEMKeyPair pair -> key = PrivateKeys.of(pair.getPrivateKeyInfo());
          case PKCS8EncryptedPrivateKeyInfo _, PEMEncryptedKeyPair _ ->
              throw problem(
                  "The key is encrypted with a passphrase. Decrypt it first (openssl pkey -in key.pem) and paste the result; it is encrypted here.");
          case X509CertificateHolder holder ->
              certificate = certificate == null ? holder : certificate;
          default -> {
            // parameters, a public key, or the rest of a chain
          }
        }
      }
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      if (e instanceof InvalidException said) {
        throw said;
      }
      throw problem("The PEM text is damaged. " + EXPECTED);
    }
    if (key != null) {
      return new Read(key, null, null, certificate);
    }
    throw problem(
        certificate != null
            ? "It is a certificate. Paste the private key that belongs to it."
            : "There is no private key in the PEM text. " + EXPECTED);
  }

  /** Undoes what copying does to line breaks: written as \n, or lost altogether. */
  private static String inLines(String text) {
    var broken = text.replace("\\r", "").replace("\\n", "\n");
    return BLOCK
        .matcher(broken)
        .replaceAll(block -> {
          var body = block.group(2);
          var lines =
              body.contains(":")
                  ? body.strip()
                  : body.replaceAll("\\s", "").replaceAll(".{64}", "$0\n");
          return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
              .formatted(block.group(1), lines.strip());
        });
  }

  /** PKCS#8 in base64 without the lines around it. */
  private static PrivateKey bare(String text) {
    try {
      var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(text));
      for (var type : List.of("RSA", "EC")) {
        try {
          return KeyFactory.getInstance(type).generatePrivate(spec);
        } catch (InvalidKeySpecException _) {
          // the other type, or none
        }
      }
    } catch (NoSuchAlgorithmException | IllegalArgumentException _) {
      // said below
    }
    throw problem("It is no private key. " + EXPECTED);
  }

  private static InvalidException problem(String message) {
    return SigningKey.problem(message);
  }
}
