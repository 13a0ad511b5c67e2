package io.patchbay.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import io.patchbay.common.Failure;
import io.patchbay.common.Ids;
import io.patchbay.credential.CredentialListener;
import io.patchbay.http.ApiResponse.TokenExchange;
import io.patchbay.http.OAuthTokenRepository.Row;
import io.patchbay.http.TokenEndpoint.Reply;
import io.patchbay.http.TokenSlot.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The cache of OAuth tokens, in memory and shared by all nodes in the database. One request at a
 * time per source, on this node and over all; no database connection is held while it is made.
 */
@Component
class OAuthTokens implements CredentialListener {

  private static final Logger log = LoggerFactory.getLogger(OAuthTokens.class);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final int TRIES = 3;

  private final OAuthTokenRepository repository;
  private final TokenEndpoint endpoint;
  private final LiveSecrets secrets;
  private final Ids ids;
  private final InstantSource clock;
  private final String node;
  private final Cache<TokenSource.Key, TokenSlot> slots =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofDays(1)).build();

  OAuthTokens(
      OAuthTokenRepository repository,
      HttpClients clients,
      LiveSecrets secrets,
      Ids ids,
      InstantSource clock) {
    this.repository = repository;
    this.endpoint = new TokenEndpoint(clients, clock);
    this.secrets = secrets;
    this.ids = ids;
    this.clock = clock;
    this.node = ids.token(9);
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
      return Result.of(token, null);
    }
    return await(fly(source, slot, false), patience);
  }

  /** Asks for a new token whatever there is, and waits for it. */
  Result renew(TokenSource source, Duration patience) {
    return await(fly(source, slot(source), true), patience);
  }

  /** Gives the token endpoint the code of somebody's consent, once. */
  Reply redeem(TokenSource source, AuthorizationGrant code) {
    source
        .credential()
        .secrets()
        .all()
        .forEach(secret -> secrets.add(source.credential().workspace(), secret.reveal()));
    return endpoint.ask(source, code);
  }

  /** Keeps a token that came with somebody's consent, so that the next call has one. */
  void adopt(TokenSource source, Reply.Granted granted) {
    var now = clock.instant();
    secrets.add(source.credential().workspace(), granted.accessToken());
    withoutFail(() ->
        repository
            .lease(source, ids.next(), node, LEASE)
            .ifPresent(row ->
                repository.store(
                    source.credential().workspace(),
                    row.id(),
                    granted.accessToken(),
                    now,
                    granted.expiresIn() == null ? null : now.plusSeconds(granted.expiresIn()))));
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
    withoutFail(() -> repository.drop(source, token.version()));
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
    withoutFail(() -> repository.deleteOf(credential));
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
      return flight.isMine() || result.exchange() == null
          ? result
          : new Result(
              result.token(), result.failure(), null, result.isPassing(), result.retryAfter());
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
      return obtain(source, slot.floor(renews), force);
    } catch (RuntimeException e) {
      log.error("Getting a token of credential {} failed", source.credential().id(), e);
      return Result.of(
          Failure.of(Failure.Kind.BUG, "No OAuth token", "Getting it failed; see the log."));
    }
  }

  /** The next token: another node's if there is one, else one of our own. */
  private Result obtain(TokenSource source, long floor, boolean force) {
    var start = clock.instant();
    var end = start.plus(LEASE);
    try {
      while (clock.instant().isBefore(end)) {
        var leased = repository.lease(source, ids.next(), node, LEASE);
        if (leased.isPresent()) {
          return obtainLeased(source, leased.get(), floor, force);
        }
        pauseForOtherNode();
        var others =
            repository.find(source).flatMap(row -> othersResult(source, row, floor, start));
        if (others.isPresent()) {
          return others.get();
        }
      }
    } catch (DataAccessException e) {
      log.warn("The database does not share tokens now; this node asks for its own", e);
      return result(source, ask(source), null);
    }
    return Result.of(
        failure(
            source,
            "another node has been asking for a token for %d s".formatted(LEASE.toSeconds())));
  }

  private Result obtainLeased(TokenSource source, Row row, long floor, boolean force) {
    var stored = force ? Optional.<OAuthToken>empty() : usable(source, row, floor);
    if (stored.isPresent()) {
      withoutFail(() -> repository.release(row.id(), node));
      return Result.of(stored.get(), null);
    }
    return result(source, ask(source), row);
  }

  private Optional<Result> othersResult(TokenSource source, Row row, long floor, Instant start) {
    var token = usable(source, row, floor).map(found -> Result.of(found, null));
    if (token.isPresent()) {
      return token;
    }
    var error = row.lastError();
    return error != null && row.lastErrorAt() != null && row.lastErrorAt().isAfter(start)
        ? Optional.of(Result.of(failure(source, error)))
        : Optional.empty();
  }

  private Optional<OAuthToken> usable(TokenSource source, Row row, long floor) {
    var found =
        row.open().filter(token -> token.version() > floor && token.isUsable(clock.instant()));
    if (found.isPresent() && row.token() != null) {
      secrets.add(source.credential().workspace(), row.token().reveal());
    }
    return found;
  }

  /** Passing troubles of the endpoint are tried again at once: nothing of the call was sent yet. */
  private Asked ask(TokenSource source) {
    var start = System.nanoTime();
    source
        .credential()
        .secrets()
        .all()
        .forEach(secret -> secrets.add(source.credential().workspace(), secret.reveal()));
    var reply = endpoint.ask(source);
    for (int tries = 1; tries < TRIES; tries++) {
      if (!(reply instanceof Reply.Refused refused)
          || !refused.isPassing()
          || refused.retryAfter().isPresent()) {
        break;
      }
      pauseForOtherNode();
      reply = endpoint.ask(source);
    }
    return new Asked(reply, clock.instant(), (System.nanoTime() - start) / 1_000);
  }

  /**
   * @param row where to keep it; absent when the database is not there
   */
  private Result result(TokenSource source, Asked asked, @Nullable Row row) {
    return switch (asked.reply()) {
      case Reply.Granted granted -> {
        var workspace = source.credential().workspace();
        secrets.add(workspace, granted.accessToken());
        var expiresAt =
            granted.expiresIn() == null ? null : asked.at().plusSeconds(granted.expiresIn());
        var version = row == null ? 0 : row.renewals() + 1;
        if (row != null) {
          withoutFail(() ->
              repository.store(workspace, row.id(), granted.accessToken(), asked.at(), expiresAt));
        }
        var token = OAuthToken.of(granted.accessToken(), asked.at(), expiresAt, version);
        yield Result.of(
            token, exchange(source, granted.status(), granted.expiresIn(), null, asked));
      }
      case Reply.Refused refused -> {
        if (row != null) {
          withoutFail(() -> repository.fail(row.id(), refused.error(), asked.at()));
        }
        yield new Result(
            null,
            failure(source, refused.error()),
            exchange(source, refused.status(), null, refused.error(), asked),
            refused.isPassing(),
            refused.retryAfter().orElse(Duration.ZERO));
      }
    };
  }

  private static TokenExchange exchange(
      TokenSource source,
      @Nullable Integer status,
      @Nullable Long expiresIn,
      @Nullable String error,
      Asked asked) {
    return new TokenExchange(
        source.client().tokenUrl(),
        "client_credentials",
        source.scopes(),
        status,
        expiresIn,
        error,
        asked.durationUs());
  }

  private static Failure failure(TokenSource source, String error) {
    return Failure.of(
        Failure.Kind.AUTH,
        "No OAuth token",
        "%s gave no token for client '%s' of credential '%s': %s. Nothing was sent to the API."
            .formatted(
                source.client().tokenUrl(),
                source.client().clientId(),
                source.credential().name(),
                error.endsWith(".") ? error.substring(0, error.length() - 1) : error));
  }

  private static void pauseForOtherNode() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(50, 200));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void withoutFail(Runnable deed) {
    try {
      deed.run();
    } catch (DataAccessException e) {
      log.warn("The database does not take what became of a token", e);
    }
  }

  private record Asked(Reply reply, Instant at, long durationUs) {}

  private record Flight(CompletableFuture<Result> future, boolean isMine) {}
}
