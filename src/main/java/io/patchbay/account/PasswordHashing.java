package io.patchbay.account;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id, 16 MiB and some 50 ms each, a few at a time: a flood of sign-ins
 * must not take the memory and the processors of the flows.
 */
@Component
class PasswordHashing {

  private static final int AT_ONCE = 2;
  private static final long PATIENCE_MS = 3_000;

  private final PasswordEncoder encoder =
      new DelegatingPasswordEncoder(
          "argon2", Map.of("argon2", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final String nobody = hash("nobody has this password");

  String hash(String password) {
    enter();
    try {
      return Objects.requireNonNull(encoder.encode(password));
    } finally {
      places.release();
    }
  }

  /** Takes as long without a hash to compare to, so that nobody can ask which users there are. */
  boolean matches(String password, @Nullable String hash) {
    enter();
    try {
      var matches = encoder.matches(password, hash == null ? nobody : hash);
      return matches && hash != null;
    } finally {
      places.release();
    }
  }

  private void enter() {
    try {
      if (!places.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
        throw SignInRefused.busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SignInRefused.busy();
    }
  }
}
