package io.patchbay.common;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;

/** The source of new ids and random tokens; thread-safe. */
public final class Ids {

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public Ids(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A new UUID of version 7 (RFC 9562, section 5.7): later ones sort after earlier ones, to the
   * millisecond.
   */
  public UUID next() {
    long millis = clock.millis();
    long high = (millis << 16) | 0x7000L | random.nextInt(0x1000);
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** Random bytes as base64url without padding, fit for addresses and headers. */
  public String token(int bytes) {
    byte[] buffer = new byte[bytes];
    random.nextBytes(buffer);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer);
  }
}
