package io.patchbay.credential;

import io.patchbay.credential.Vault.VaultException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-GCM with a random nonce of 96 bits in front of the ciphertext and a tag of 128 bits. */
final class AesGcm {

  private static final String TRANSFORMATION = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private AesGcm() {}

  static byte[] seal(SecretKey key, byte[] associated, byte[] plain, SecureRandom random) {
    try {
      var nonce = new byte[NONCE];
      random.nextBytes(nonce);
      var cipher = Cipher.getInstance(TRANSFORMATION);
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(associated);
      var sealed = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
      cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot encrypt with AES-GCM", e);
    }
  }

  static byte[] open(SecretKey key, byte[] associated, byte[] sealed) {
    try {
      var cipher = Cipher.getInstance(TRANSFORMATION);
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
      cipher.updateAAD(associated);
      return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
    } catch (AEADBadTagException | IllegalArgumentException _) {
      throw new VaultException(
          "A stored secret cannot be decrypted: it was changed, or belongs to another place or key");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot decrypt with AES-GCM", e);
    }
  }
}
