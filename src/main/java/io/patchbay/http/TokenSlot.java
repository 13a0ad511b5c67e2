package io.patchbay.http;

import io.patchbay.common.Failure;
import io.patchbay.http.ApiResponse.TokenExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What a node knows of one source of tokens. Changes happen under its own lock. */
final class TokenSlot {

  private static final Duration LONGEST_QUIET = Duration.ofMinutes(5);

  /** After a fresh token was refused too, a 401 says nothing about tokens for a while. */
  private static final Duration MISTRUST = Duration.ofSeconds(10);

  private volatile @Nullable OAuthToken current;
  private volatile double jitter;
  private @Nullable CompletableFuture<Result> flight;
  private long droppedVersion = -1;
  private int failures;
  private @Nullable Failure lastFailure;
  private Instant quietUntil = Instant.MIN;
  private Instant mistrustUntil = Instant.MIN;

  /**
   * What a flight brought.
   *
   * @param exchange the token request that was made; absent when none was needed
   * @param isPassing whether a failure may go away by itself
   * @param retryAfter the endpoint's own wish
   */
  record Result(
      @Nullable OAuthToken token,
      @Nullable Failure failure,
      @Nullable TokenExchange exchange,
      boolean isPassing,
      Duration retryAfter) {

    static Result of(OAuthToken token, @Nullable TokenExchange exchange) {
      return new Result(token, null, exchange, false, Duration.ZERO);
    }

    static Result of(Failure failure) {
      return new Result(null, failure, null, true, Duration.ZERO);
    }
  }

  @Nullable OAuthToken current() {
    return current;
  }

  boolean wantsRenewal(OAuthToken token, Instant now) {
    return token.wantsRenewal(now, jitter);
  }

  /** The flight that is on its way, or a new one for the caller to start. */
  synchronized Boarding board(Instant now, boolean force) {
    var token = current;
    if (flight != null) {
      return new Boarding(flight, false);
    }
    if (!force && lastFailure != null && now.isBefore(quietUntil)) {
      return new Boarding(
          CompletableFuture.completedFuture(Result.of(quiet(lastFailure, now))), false);
    }
    if (!force && token != null && token.isUsable(now) && !wantsRenewal(token, now)) {
      return new Boarding(CompletableFuture.completedFuture(Result.of(token, null)), false);
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
        jitter = ThreadLocalRandom.current().nextDouble();
        failures = 0;
        lastFailure = null;
      } else if (result.failure() != null) {
        failures++;
        lastFailure = result.failure();
        quietUntil = now.plus(pause(result));
      }
    }
    if (landed != null) {
      landed.complete(result);
    }
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
    lastFailure = null;
    quietUntil = Instant.MIN;
    mistrustUntil = Instant.MIN;
  }

  private Duration pause(Result result) {
    var base = result.isPassing() ? Duration.ofSeconds(1) : Duration.ofSeconds(10);
    var grown = base.multipliedBy(1L << Math.min(failures - 1, 8));
    var own = result.retryAfter().compareTo(grown) > 0 ? result.retryAfter() : grown;
    return own.compareTo(LONGEST_QUIET) < 0 ? own : LONGEST_QUIET;
  }

  private Failure quiet(Failure failure, Instant now) {
    var seconds = Math.max(1, Duration.between(now, quietUntil).toSeconds());
    return Failure.of(
        failure.kind(),
        failure.title(),
        failure.detail() + " It is asked again in %d s at the earliest.".formatted(seconds));
  }

  /**
   * @param isPilot whether the caller has to fly it
   */
  record Boarding(CompletableFuture<Result> flight, boolean isPilot) {}
}
