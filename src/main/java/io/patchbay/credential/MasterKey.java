package io.patchbay.credential;

import io.patchbay.common.StartUpRefused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that wraps the data keys of all workspaces. Lives outside of the database; what the
 * database knows of it are its id and a check value, from which it cannot be told.
 */
public final class MasterKey {

  private static final int BYTES = 32;

  private final SecretKey key;
  private final String id;
  private final byte[] checkValue;

  private MasterKey(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, "AES");
    this.id = HexFormat.of().formatHex(mac(bytes, "patchbay master key id"), 0, 8);
    this.checkValue = mac(bytes, "patchbay master key check");
  }

  /** A new one. */
  public static MasterKey generate() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new MasterKey(bytes);
  }

  /**
   * Reads the text of a key file.
   *
   * @throws StartUpRefused when it is not 32 bytes in base64
   */
  static MasterKey parse(String text, String file) {
    try {
      var bytes = Base64.getDecoder().decode(text.strip());
      if (bytes.length == BYTES) {
        return new MasterKey(bytes);
      }
    } catch (IllegalArgumentException _) {
      // said below
    }
    throw new StartUpRefused(
        "The master key file %s holds no key (32 bytes in base64); restore it from a backup."
            .formatted(file));
  }

  /** The text for a key file. */
  String encode() {
    return Base64.getEncoder().encodeToString(key.getEncoded()) + "\n";
  }

  /** Names the key without telling it. */
  String id() {
    return id;
  }

  byte[] checkValue() {
    return checkValue.clone();
  }

  boolean matches(byte[] storedCheckValue) {
    return Arrays.equals(checkValue, storedCheckValue);
  }

  SecretKey key() {
    return key;
  }

  /** A key that is derived for a purpose, RFC 5869. */
  SecretKey derived(String purpose, String algorithm) {
    try {
      var info = ("patchbay " + purpose).getBytes(StandardCharsets.UTF_8);
      var parameters = HKDFParameterSpec.ofExtract().addIKM(key).thenExpand(info, BYTES);
      return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HKDF-SHA256", e);
    }
  }

  @Override
  public String toString() {
    return "MasterKey " + id;
  }

  private static byte[] mac(byte[] bytes, String purpose) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HmacSHA256", e);
    }
  }
}
