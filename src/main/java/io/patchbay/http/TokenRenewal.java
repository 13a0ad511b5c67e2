package io.patchbay.http;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import io.patchbay.common.Ids;
import io.patchbay.credential.CredentialSettings.OAuth2AuthorizationCode;
import io.patchbay.http.ApiResponse.TokenExchange;
import io.patchbay.http.OAuthTokenRepository.Row;
import io.patchbay.http.TokenReply.Granted;
import io.patchbay.http.TokenReply.Refused;
import io.patchbay.http.TokenRequester.Asked;
import io.patchbay.http.TokenSlot.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Gets the next token of a source: another node's if there is one, else one of our own. Who may ask
 * is settled by a lease in the database, of which no connection is held meanwhile.
 */
@Component
class TokenRenewal {

  private static final Logger log = LoggerFactory.getLogger(TokenRenewal.class);

  /** Longer than another node's request with all its tries, and than writing down what came. */
  static final Duration PATIENCE = TokenRequester.LONGEST.plusSeconds(20);

  private final OAuthTokenRepository repository;
  private final TokenRequester requester;
  private final GrantRenewal grants;
  private final LiveSecrets secrets;
  private final Ids ids;
  private final InstantSource clock;
  private final String node;

  TokenRenewal(
      OAuthTokenRepository repository,
      TokenRequester requester,
      GrantRenewal grants,
      LiveSecrets secrets,
      Ids ids,
      InstantSource clock) {
    this.repository = repository;
    this.requester = requester;
    this.grants = grants;
    this.secrets = secrets;
    this.ids = ids;
    this.clock = clock;
    this.node = ids.token(9);
  }

  /**
   * What is wanted.
   *
   * @param floor tokens of the database up to this version are of no use
   * @param isForced whether a person wants a new one, whatever there is
   * @param failures how often in a row this node got none
   */
  record Wish(TokenSource source, long floor, boolean isForced, int failures) {}

  /** Gives the token endpoint the code of somebody's consent, once: twice would void it. */
  TokenReply redeem(TokenSource source, AuthorizationGrant code) {
    return requester.once(source, code);
  }

  /** Keeps a token that came with somebody's consent, so that the next call has one. */
  void adopt(TokenSource source, Granted granted) {
    var now = clock.instant();
    secrets.add(source.credential().workspace(), granted.accessToken());
    withoutFail(() ->
        repository
            .lease(source, ids.next(), node, KeptLease.TIME)
            .ifPresent(row -> granted(source, row, new Asked(granted, now, 0), granted)));
  }

  Result obtain(Wish wish) {
    var source = wish.source();
    var start = clock.instant();
    var end = start.plus(PATIENCE);
    try {
      while (clock.instant().isBefore(end)) {
        var leased = repository.lease(source, ids.next(), node, KeptLease.TIME);
        if (leased.isPresent()) {
          return obtainLeased(wish, leased.get());
        }
        TokenRequester.pause();
        var others = repository.find(source).flatMap(row -> othersResult(wish, row, start));
        if (others.isPresent()) {
          return others.get();
        }
      }
    } catch (DataAccessException e) {
      return withoutDatabase(wish, e);
    }
    return failed(
        wish,
        null,
        requester.none(
            TokenTrouble.PASSING,
            "another node has been asking for a token for %d s".formatted(PATIENCE.toSeconds())));
  }

  private Result obtainLeased(Wish wish, Row row) {
    if (!wish.isForced()) {
      var stored = usable(wish, row).or(() -> stillQuiet(wish, row));
      if (stored.isPresent()) {
        withoutFail(() -> repository.release(row.id(), node));
        return stored.get();
      }
    }
    try (var _ = new KeptLease(() -> repository.keep(row.id(), node, KeptLease.TIME))) {
      return result(
          wish,
          row,
          wish.source().client() instanceof OAuth2AuthorizationCode
              ? grants.ask(wish.source(), row)
              : requester.ask(wish.source()));
    }
  }

  private Result withoutDatabase(Wish wish, DataAccessException e) {
    if (wish.source().client() instanceof OAuth2AuthorizationCode) {
      log.warn("The database does not say how to renew a token", e);
      return failed(
          wish,
          null,
          requester.none(TokenTrouble.PASSING, "the database does not say who signed in"));
    }
    log.warn("The database does not share tokens now; this node asks for its own", e);
    return result(wish, null, requester.ask(wish.source()));
  }

  private Optional<Result> othersResult(Wish wish, Row row, Instant start) {
    var at = row.lastErrorAt();
    return usable(wish, row)
        .or(() ->
            at == null || at.isBefore(start) ? Optional.empty() : Optional.of(asBefore(wish, row)));
  }

  private Optional<Result> usable(Wish wish, Row row) {
    var found =
        row.open()
            .filter(token -> token.version() > wish.floor() && token.isUsable(clock.instant()));
    if (found.isPresent() && row.token() != null) {
      secrets.add(wish.source().credential().workspace(), row.token().reveal());
    }
    return found.map(token -> Result.of(token, null));
  }

  /** What another node, or this one before its start, was told holds here, too. */
  private Optional<Result> stillQuiet(Wish wish, Row row) {
    var until = row.quietUntil();
    return until == null || !clock.instant().isBefore(until)
        ? Optional.empty()
        : Optional.of(asBefore(wish, row).whileQuiet(clock.instant()));
  }

  private Result asBefore(Wish wish, Row row) {
    var trouble = row.trouble() == null ? TokenTrouble.PASSING : row.trouble();
    var error = row.lastError() == null ? "" : row.lastError();
    return Result.failed(
        TokenFailures.of(wish.source(), trouble, error),
        trouble,
        row.quietUntil() == null ? Instant.MIN : row.quietUntil());
  }

  /**
   * @param row where to keep it; absent when the database is not there
   */
  private Result result(Wish wish, @Nullable Row row, Asked asked) {
    return switch (asked.reply()) {
      case Granted granted -> granted(wish.source(), row, asked, granted);
      case Refused _ -> failed(wish, row, asked);
    };
  }

  private Result granted(TokenSource source, @Nullable Row row, Asked asked, Granted granted) {
    var life = granted.expiresIn();
    var expiresAt = life == null ? null : asked.at().plusSeconds(life);
    var version = row == null ? 0 : row.renewals() + 1;
    if (row != null) {
      withoutFail(() ->
          repository.store(
              source.credential().workspace(), row.id(), granted, asked.at(), expiresAt));
    }
    var token = OAuthToken.of(granted.accessToken(), asked.at(), expiresAt, version);
    return Result.of(token, asked.durationUs() == 0 ? null : exchange(source, asked, life, null));
  }

  private Result failed(Wish wish, @Nullable Row row, Asked asked) {
    var refused = (Refused) asked.reply();
    var failures = Math.max(wish.failures(), row == null ? 0 : row.failures()) + 1;
    var wished = refused.retryAfter().orElse(Duration.ZERO);
    var quietUntil = asked.at().plus(refused.trouble().pause(failures, wished));
    if (row != null) {
      withoutFail(() -> repository.fail(row.id(), refused, failures, asked.at(), quietUntil));
    }
    return new Result(
        null,
        TokenFailures.of(wish.source(), refused),
        asked.durationUs() == 0 ? null : exchange(wish.source(), asked, null, refused.error()),
        refused.trouble(),
        quietUntil);
  }

  private static TokenExchange exchange(
      TokenSource source, Asked asked, @Nullable Long expiresIn, @Nullable String error) {
    return new TokenExchange(
        source.client().tokenUrl(),
        source.grant(),
        source.clientAuth(),
        source.scopes(),
        asked.reply().status(),
        expiresIn,
        error,
        asked.durationUs());
  }

  static void withoutFail(Runnable deed) {
    try {
      deed.run();
    } catch (DataAccessException e) {
      log.warn("The database does not take what became of a token", e);
    }
  }
}
