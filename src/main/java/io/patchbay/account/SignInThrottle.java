package io.patchbay.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: by account after five tries and by address after twenty, each further one
 * waits twice as long, up to a quarter of an hour. Nothing stays locked: an hour of quiet forgets.
 * Each node counts for itself.
 */
@Component
class SignInThrottle {

  private static final int FREE_PER_ACCOUNT = 5;
  private static final int FREE_PER_ADDRESS = 20;
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private record Tries(int count, Instant nextAt) {}

  private final InstantSource clock;
  private final Cache<String, Tries> tries =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofHours(1)).build();

  SignInThrottle(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Counts a try before it is checked, so that many at once do not slip through.
   *
   * @throws SignInRefused when it comes too early; then it does not count
   */
  void enter(String email, String address) {
    requireTurn(address(address));
    count(account(email), FREE_PER_ACCOUNT);
    count(address(address), FREE_PER_ADDRESS);
  }

  /** The try was right: the account starts anew, the address gets this one try back. */
  void succeeded(String email, String address) {
    tries.invalidate(account(email));
    tries
        .asMap()
        .computeIfPresent(
            address(address), (_, t) -> new Tries(Math.max(0, t.count - 1), Instant.MIN));
  }

  private void requireTurn(String key) {
    var past = tries.getIfPresent(key);
    if (past != null) {
      refuseEarly(past);
    }
  }

  private void count(String key, int free) {
    tries
        .asMap()
        .compute(
            key,
            (_, past) -> {
              if (past != null) {
                refuseEarly(past);
              }
              var count = past == null ? 1 : past.count + 1;
              return new Tries(count, clock.instant().plus(delay(count - free)));
            });
  }

  private void refuseEarly(Tries past) {
    var now = clock.instant();
    if (now.isBefore(past.nextAt)) {
      throw SignInRefused.tooMany(Duration.between(now, past.nextAt));
    }
  }

  private static Duration delay(int beyond) {
    if (beyond < 0) {
      return Duration.ZERO;
    }
    var wait = Duration.ofSeconds(1L << Math.min(beyond, 20));
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }

  private static String account(String email) {
    return "account " + email.strip().toLowerCase(Locale.ROOT);
  }

  private static String address(String address) {
    return "address " + address;
  }
}
