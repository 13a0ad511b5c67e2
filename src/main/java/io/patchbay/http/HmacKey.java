package io.patchbay.http;

import io.patchbay.credential.SignRecipe;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A shared key that is ready to sign, RFC 2104; printing it says nothing. */
final class HmacKey {

  /** Before the base64 of keys of Standard Webhooks. */
  private static final String WEBHOOK_PREFIX = "whsec_";

  private final String algorithm;
  private final byte[] key;

  private HmacKey(String algorithm, byte[] key) {
    this.algorithm = algorithm;
    this.key = key;
  }

  /**
   * The stored key, read as the recipe says.
   *
   * @throws CallRefused when it cannot be read so
   */
  static HmacKey of(SignRecipe recipe, String stored) {
    var bytes = bytes(recipe.key(), stored);
    if (bytes.length == 0) {
      throw CallRefused.configuration("Signature: the stored key is empty. Enter it again.");
    }
    return new HmacKey(algorithm(recipe.algorithm()), bytes);
  }

  /** One that anybody may see. */
  static HmacKey example(SignRecipe recipe) {
    return new HmacKey(
        algorithm(recipe.algorithm()), "example key".getBytes(StandardCharsets.UTF_8));
  }

  static HmacKey sha256(byte[] key) {
    return new HmacKey("HmacSHA256", key);
  }

  private static String algorithm(SignRecipe.Algorithm algorithm) {
    return switch (algorithm) {
      case HMAC_SHA256 -> "HmacSHA256";
      case HMAC_SHA1 -> "HmacSHA1";
      case HMAC_SHA384 -> "HmacSHA384";
      case HMAC_SHA512 -> "HmacSHA512";
    };
  }

  private static byte[] bytes(SignRecipe.KeyForm form, String stored) {
    try {
      return switch (form) {
        case TEXT -> stored.getBytes(StandardCharsets.UTF_8);
        case BASE64 -> base64(stored.strip());
        case HEX -> HexFormat.of().parseHex(stored.strip());
      };
    } catch (IllegalArgumentException _) {
      throw CallRefused.configuration(
          "Signature, key: the stored key is not written in %s, as the recipe says. Choose another form of the key, or enter it again."
              .formatted(form == SignRecipe.KeyForm.HEX ? "hexadecimal" : "base64"));
    }
  }

  private static byte[] base64(String stored) {
    var text =
        stored.startsWith(WEBHOOK_PREFIX) ? stored.substring(WEBHOOK_PREFIX.length()) : stored;
    return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
  }

  byte[] sign(byte[] data) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(data);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("This Java cannot make " + algorithm, e);
    }
  }

  byte[] sign(String text) {
    return sign(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return algorithm + " key";
  }
}
