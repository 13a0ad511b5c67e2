package io.patchbay.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import io.patchbay.common.Failure;
import io.patchbay.credential.CredentialListener;
import io.patchbay.http.TokenRenewal.Wish;
import io.patchbay.http.TokenSlot.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The cache of OAuth tokens, in memory and shared by all nodes in the database. One request at a
 * time per source, on this node and over all; no database connection is held while it is made.
 */
@Component
class OAuthTokens implements CredentialListener {

  private static final Logger log = LoggerFactory.getLogger(OAuthTokens.class);

  private final OAuthTokenRepository repository;
  private final TokenRenewal renewal;
  private final InstantSource clock;
  private final Cache<TokenSource.Key, TokenSlot> slots =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofDays(1)).build();

  OAuthTokens(OAuthTokenRepository repository, TokenRenewal renewal, InstantSource clock) {
    this.repository = repository;
    this.renewal = renewal;
    this.clock = clock;
  }

  /**
   * A token that can be used now; waits for one only if there is none.
   *
   * @return with the exchange if this call caused one
   */
  Result get(TokenSource source, Duration patience) {
    var slot = slot(source);
    var now = clock.instant();
    var token = slot.current();
    if (token != null && token.isUsable(now)) {
      if (slot.wantsRenewal(token, now)) {
        fly(source, slot, false);
      }
      used(source, slot, now);
      compare(source, slot, token, now);
      return Result.of(token, null);
    }
    var result = await(fly(source, slot, false), patience);
    if (result.token() != null) {
      used(source, slot, clock.instant());
    }
    return result;
  }

  /** Asks for a new token whatever there is, and waits for it. */
  Result renew(TokenSource source, Duration patience) {
    return await(fly(source, slot(source), true), patience);
  }

  /** Gives the token endpoint the code of somebody's consent, once. */
  TokenReply redeem(TokenSource source, AuthorizationGrant code) {
    return renewal.redeem(source, code);
  }

  /** Keeps a token that came with somebody's consent, so that the next call has one. */
  void adopt(TokenSource source, TokenReply.Granted granted) {
    renewal.adopt(source, granted);
    slots.invalidate(source.key());
  }

  /**
   * The API refused the token.
   *
   * @return whether there may be a better one: the call can be repeated once
   */
  boolean refused(TokenSource source, OAuthToken token) {
    if (!slot(source).drop(token, clock.instant())) {
      return false;
    }
    TokenRenewal.withoutFail(() -> repository.drop(source, token.version()));
    return true;
  }

  /** The API refused a token that it had never seen before: tokens are not what is wrong. */
  void refusedAgain(TokenSource source) {
    slot(source).mistrust(clock.instant());
  }

  void forget(UUID credential) {
    slots
        .asMap()
        .forEach((key, slot) -> {
          if (key.credential().equals(credential)) {
            slot.clear();
          }
        });
  }

  @Override
  public void credentialChanged(UUID credential) {
    slots.asMap().keySet().removeIf(key -> key.credential().equals(credential));
    TokenRenewal.withoutFail(() -> repository.deleteOf(credential));
  }

  private void used(TokenSource source, TokenSlot slot, Instant now) {
    if (slot.isUseDue(now)) {
      Thread.ofVirtual()
          .name("oauth-token-use")
          .start(() -> TokenRenewal.withoutFail(() -> repository.used(source, now)));
    }
  }

  /** What another node did to the token is seen here within seconds. */
  private void compare(TokenSource source, TokenSlot slot, OAuthToken token, Instant now) {
    if (token.isShared() && slot.isComparisonDue(now)) {
      Thread.ofVirtual()
          .name("oauth-token-compare")
          .start(() ->
              TokenRenewal.withoutFail(() -> slot.compare(token, repository.version(source))));
    }
  }

  private TokenSlot slot(TokenSource source) {
    return slots.get(source.key(), _ -> new TokenSlot());
  }

  /** On a thread of its own, so that it goes on when the call that needed it first gives up. */
  private Flight fly(TokenSource source, TokenSlot slot, boolean force) {
    var boarding = slot.board(clock.instant(), force);
    if (boarding.isPilot()) {
      Thread.ofVirtual()
          .name("oauth-token")
          .start(() -> slot.land(obtainSafely(source, slot, force), clock.instant()));
    }
    return new Flight(boarding.flight(), boarding.isPilot());
  }

  private static Result await(Flight flight, Duration patience) {
    try {
      var result = flight.future().get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return flight.isMine() ? result : result.withoutExchange();
    } catch (TimeoutException _) {
      return Result.of(
          Failure.of(
              Failure.Kind.TIMEOUT,
              "Out of time",
              "The OAuth token did not come in time. Nothing was sent."));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Result.of(
          Failure.of(
              Failure.Kind.CANCELLED, "Cancelled", "The call was cancelled before it was sent."));
    } catch (ExecutionException e) {
      throw new IllegalStateException("A flight never fails by exception", e);
    }
  }

  private Result obtainSafely(TokenSource source, TokenSlot slot, boolean force) {
    try {
      var token = slot.current();
      var renews = force || (token != null && token.isUsable(clock.instant()));
      return renewal.obtain(new Wish(source, slot.floor(renews), force, slot.failures()));
    } catch (RuntimeException e) {
      log.error("Getting a token of credential {} failed", source.credential().id(), e);
      return Result.failed(
          Failure.of(Failure.Kind.BUG, "No OAuth token", "Getting it failed; see the log."),
          TokenTrouble.PASSING,
          clock.instant().plusSeconds(1));
    }
  }

  private record Flight(CompletableFuture<Result> future, boolean isMine) {}
}
