package io.patchbay.http;

import io.patchbay.common.Ids;
import io.patchbay.credential.Credential;
import io.patchbay.credential.Secret;
import io.patchbay.http.OAuthTokenRepository.Row;
import io.patchbay.http.TokenReply.Granted;
import io.patchbay.http.TokenReply.Refused;
import io.patchbay.http.TokenRequester.Asked;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Gets tokens for somebody who consented in the browser. A provider may give a new refresh token
 * each time and revoke them all when an old one comes again, so there is one renewal at a time per
 * credential over all nodes, and the new refresh token is in the database before the access token
 * that came with it is used.
 */
@Component
class GrantRenewal {

  private static final Logger log = LoggerFactory.getLogger(GrantRenewal.class);
  private static final Duration SAVED_WITHIN = Duration.ofSeconds(5);
  private static final int CONSENTS = 2;

  private final OAuthGrants grants;
  private final OAuthRenewalRepository renewals;
  private final TokenRequester requester;
  private final Ids ids;
  private final InstantSource clock;

  /** What came while the database did not take it: saved before anything else is asked. */
  private final ConcurrentHashMap<UUID, Asked> unsaved = new ConcurrentHashMap<>();

  GrantRenewal(
      OAuthGrants grants,
      OAuthRenewalRepository renewals,
      TokenRequester requester,
      Ids ids,
      InstantSource clock) {
    this.grants = grants;
    this.renewals = renewals;
    this.requester = requester;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * The next token.
   *
   * @param row where the access tokens are kept
   */
  Asked ask(TokenSource source, Row row) {
    var credential = source.credential().id();
    var holder = ids.token(9);
    var end = clock.instant().plus(TokenRenewal.PATIENCE);
    while (clock.instant().isBefore(end)) {
      if (renewals.lease(credential, holder, KeptLease.TIME)) {
        try (var _ = new KeptLease(() -> renewals.keep(credential, holder, KeptLease.TIME))) {
          return askAlone(source, row);
        } finally {
          TokenRenewal.withoutFail(() -> renewals.release(credential, holder));
        }
      }
      TokenRequester.pause();
    }
    return requester.none(
        TokenTrouble.PASSING,
        "it has been renewed elsewhere for %d s".formatted(TokenRenewal.PATIENCE.toSeconds()));
  }

  private Asked askAlone(TokenSource source, Row row) {
    var credential = source.credential();
    var kept = unsaved.get(credential.id());
    if (kept != null) {
      var saved = saved(credential, kept);
      if (saved.isPresent()) {
        return saved.get();
      }
    }
    for (int consent = 0; consent < CONSENTS; consent++) {
      var grant = grants.find(credential);
      if (grant.isEmpty()) {
        return requester.none(TokenTrouble.SIGN_IN, grants.whyNone(credential));
      }
      var refreshToken = grant.get().refreshToken();
      if (refreshToken == null) {
        return only(credential, grant.get(), row);
      }
      var asked = renewed(source, grant.get(), refreshToken);
      if (asked.isPresent()) {
        return asked.get();
      }
    }
    return requester.none(TokenTrouble.PASSING, "somebody is just signing in again");
  }

  /** Empty when somebody signed in anew meanwhile, which this renewal has nothing to do with. */
  private Optional<Asked> renewed(TokenSource source, Grant grant, Secret refreshToken) {
    var credential = source.credential();
    grants.renewing(credential);
    var asked = requester.ask(source, TokenRequests.renewal(refreshToken));
    return switch (asked.reply()) {
      case Granted _ -> saved(credential, asked);
      case Refused refused
          when refused.code().filter(code -> code.equals("invalid_grant")).isPresent() ->
          lost(credential, grant, asked, refused);
      case Refused refused -> {
        if (refused.status() != null && refused.status() != 200) {
          grants.rotated(credential, null, null); // it was not used up
        }
        yield Optional.of(asked);
      }
    };
  }

  private Optional<Asked> lost(Credential credential, Grant grant, Asked asked, Refused refused) {
    var reason =
        "The provider no longer takes the refresh token (%s).%s"
            .formatted(
                refused.error(),
                grant.isInDoubt()
                    ? " An earlier renewal was broken off before its answer was kept."
                    : "");
    if (!grants.refused(credential, reason)) {
      return Optional.empty();
    }
    return Optional.of(
        asked.with(refused.because(TokenTrouble.SIGN_IN, grants.whyNone(credential))));
  }

  private Optional<Asked> saved(Credential credential, Asked asked) {
    var granted = (Granted) asked.reply();
    unsaved.put(credential.id(), asked);
    var end = clock.instant().plus(SAVED_WITHIN);
    while (true) {
      try {
        var isOurs = grants.rotated(credential, granted.refreshToken(), granted.scopes());
        unsaved.remove(credential.id());
        return isOurs ? Optional.of(asked) : Optional.empty();
      } catch (DataAccessException e) {
        if (!clock.instant().isBefore(end)) {
          log.warn("The database does not take a refresh token; it is tried again", e);
          return Optional.of(
              requester.none(
                  TokenTrouble.PASSING,
                  "the new refresh token could not be kept, and is not used before it is"));
        }
        TokenRequester.pause();
      }
    }
  }

  /** The access token that came with the consent, if there is no way to get another. */
  private Asked only(Credential credential, Grant grant, Row row) {
    var issued = grant.accessToken();
    var now = clock.instant();
    if (row.open().filter(token -> token.isUsable(now)).isPresent()) {
      return requester.none(
          TokenTrouble.CONFIGURATION,
          "there is no refresh token, so it cannot be renewed; sign in again when it has ended");
    }
    if (issued == null || row.renewals() > 0 || ended(issued, now)) {
      grants.lost(credential, "The access token has ended, and the provider gave no other.");
      return requester.none(TokenTrouble.SIGN_IN, grants.whyNone(credential));
    }
    var life =
        issued.expiresAt() == null
            ? null
            : Long.valueOf(Duration.between(issued.obtainedAt(), issued.expiresAt()).toSeconds());
    return new Asked(
        new Granted(null, issued.token().reveal(), life, null, grant.scopes()),
        issued.obtainedAt(),
        0);
  }

  private static boolean ended(Grant.Issued issued, java.time.Instant now) {
    return issued.expiresAt() != null && !now.isBefore(issued.expiresAt());
  }
}
