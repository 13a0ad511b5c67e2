package io.patchbay.http;

import io.patchbay.common.Failure;
import io.patchbay.http.ApiResponse.TokenExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What a node knows of one source of tokens. Changes happen under its own lock. */
final class TokenSlot {

  /** After a fresh token was refused too, a 401 says nothing about tokens for a while. */
  private static final Duration MISTRUST = Duration.ofSeconds(10);

  private static final Duration USE_WRITTEN_EVERY = Duration.ofMinutes(1);
  private static final Duration COMPARED_EVERY = Duration.ofSeconds(5);

  private volatile @Nullable OAuthToken current;
  private volatile double jitter;
  private volatile Instant useWrittenAt = Instant.MIN;
  private volatile Instant comparedAt = Instant.MIN;
  private @Nullable CompletableFuture<Result> flight;
  private long droppedVersion = -1;
  private int failures;
  private @Nullable Result lastFailure;
  private Instant mistrustUntil = Instant.MIN;

  /**
   * What a flight brought.
   *
   * @param exchange the token request that was made; absent when none was needed
   * @param trouble what a failure was about; absent when there is a token
   * @param quietUntil before which nobody is asked again
   */
  record Result(
      @Nullable OAuthToken token,
      @Nullable Failure failure,
      @Nullable TokenExchange exchange,
      @Nullable TokenTrouble trouble,
      Instant quietUntil) {

    static Result of(OAuthToken token, @Nullable TokenExchange exchange) {
      return new Result(token, null, exchange, null, Instant.MIN);
    }

    static Result of(Failure failure) {
      return failed(failure, TokenTrouble.PASSING, Instant.MIN);
    }

    static Result failed(Failure failure, TokenTrouble trouble, Instant quietUntil) {
      return new Result(null, failure, null, trouble, quietUntil);
    }

    /** For a call that waited for another call's request. */
    Result withoutExchange() {
      return exchange == null ? this : new Result(token, failure, null, trouble, quietUntil);
    }

    /** For a call that comes while nobody is asked. */
    Result whileQuiet(Instant now) {
      if (failure == null || (trouble != null && !trouble.asksAnybody())) {
        return withoutExchange();
      }
      var seconds = Math.max(1, Duration.between(now, quietUntil).toSeconds());
      var said =
          failure.detail() + " It is asked again in %,d s at the earliest.".formatted(seconds);
      return new Result(
          null, Failure.of(failure.kind(), failure.title(), said), null, trouble, quietUntil);
    }
  }

  @Nullable OAuthToken current() {
    return current;
  }

  boolean wantsRenewal(OAuthToken token, Instant now) {
    return token.wantsRenewal(now, jitter);
  }

  /** Whether it is time to write down that the token is used. */
  boolean isUseDue(Instant now) {
    if (now.isBefore(useWrittenAt.plus(USE_WRITTEN_EVERY))) {
      return false;
    }
    useWrittenAt = now;
    return true;
  }

  /** Whether it is time to see if another node dropped, renewed or forgot the token. */
  boolean isComparisonDue(Instant now) {
    if (now.isBefore(comparedAt.plus(COMPARED_EVERY))) {
      return false;
    }
    comparedAt = now;
    return true;
  }

  /** Forgets the token that is held, unless the database holds that very one. */
  synchronized void compare(OAuthToken seen, Optional<Long> stored) {
    var held = current;
    if (held != null
        && held.version() == seen.version()
        && stored.filter(version -> version == held.version()).isEmpty()) {
      current = null;
    }
  }

  /** The flight that is on its way, or a new one for the caller to start. */
  synchronized Boarding board(Instant now, boolean force) {
    var token = current;
    if (flight != null) {
      return new Boarding(flight, false);
    }
    if (!force && lastFailure != null && now.isBefore(lastFailure.quietUntil())) {
      return Boarding.landed(lastFailure.whileQuiet(now));
    }
    if (!force && token != null && token.isUsable(now) && !wantsRenewal(token, now)) {
      return Boarding.landed(Result.of(token, null));
    }
    flight = new CompletableFuture<>();
    return new Boarding(flight, true);
  }

  /** Takes what the flight brought and lets everybody go on. */
  void land(Result result, Instant now) {
    CompletableFuture<Result> landed;
    synchronized (this) {
      landed = flight;
      flight = null;
      if (result.token() != null) {
        current = result.token();
        comparedAt = now;
        jitter = ThreadLocalRandom.current().nextDouble();
        failures = 0;
        lastFailure = null;
      } else {
        failures++;
        lastFailure = result;
      }
    }
    if (landed != null) {
      landed.complete(result);
    }
  }

  /** How often in a row there was no token. */
  synchronized int failures() {
    return failures;
  }

  /**
   * Forgets exactly that token after the API refused it.
   *
   * @return whether asking for another one makes sense
   */
  synchronized boolean drop(OAuthToken token, Instant now) {
    if (now.isBefore(mistrustUntil)) {
      return false;
    }
    var held = current;
    if (held != null && held.version() == token.version()) {
      current = null;
      droppedVersion = Math.max(droppedVersion, token.version());
    }
    return true;
  }

  /** The API refused a fresh token, too. */
  synchronized void mistrust(Instant now) {
    mistrustUntil = now.plus(MISTRUST);
  }

  /** Tokens of the database up to this version are of no use. */
  synchronized long floor(boolean renews) {
    var held = current;
    return renews && held != null ? Math.max(held.version(), droppedVersion) : droppedVersion;
  }

  synchronized void clear() {
    current = null;
    failures = 0;
    lastFailure = null;
    mistrustUntil = Instant.MIN;
  }

  /**
   * @param isPilot whether the caller has to fly it
   */
  record Boarding(CompletableFuture<Result> flight, boolean isPilot) {

    static Boarding landed(Result result) {
      return new Boarding(CompletableFuture.completedFuture(result), false);
    }
  }
}
