package io.patchbay.http;

import io.patchbay.credential.Vault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/**
 * Makes idempotency keys that are the same for the same call on every node and after every crash,
 * and that tell nothing of it.
 */
@Component
class IdempotencyKeys {

  private static final String HMAC = "HmacSHA256";

  private final SecretKey key;

  IdempotencyKeys(Vault vault) {
    this.key = vault.derivedKey("idempotency keys", HMAC);
  }

  /** The key of a call. */
  String of(String identity) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key);
      var digest = mac.doFinal(identity.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + HMAC, e);
    }
  }
}
