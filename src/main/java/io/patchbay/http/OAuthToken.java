package io.patchbay.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An access token as calls use it.
 *
 * @param authorization the header that carries it
 * @param redactor masks it
 * @param obtainedAt when the answer with it came
 * @param expiresAt absent when the endpoint did not say: it holds until the API answers 401
 * @param version counts the tokens of its row, so that a later one is told from an earlier
 */
record OAuthToken(
    HeaderLine authorization,
    Redactor redactor,
    Instant obtainedAt,
    @Nullable Instant expiresAt,
    long version) {

  private static final Duration LEAST_LEAD = Duration.ofSeconds(60);

  static OAuthToken of(
      String accessToken, Instant obtainedAt, @Nullable Instant expiresAt, long version) {
    return new OAuthToken(
        HeaderLine.of("Authorization", "Bearer " + accessToken, "credential", true),
        Redactor.of(List.of(accessToken)),
        obtainedAt,
        expiresAt,
        version);
  }

  /** The token itself, for those who redact it. */
  String reveal() {
    return authorization.value().substring("Bearer ".length());
  }

  /** Whether the other nodes have it, too. */
  boolean isShared() {
    return version > 0;
  }

  /** Whether a call that starts now can still use it. */
  boolean isUsable(Instant now) {
    return expiresAt == null || now.isBefore(expiresAt.minus(safety()));
  }

  /**
   * Whether it is time to get the next one: 60 seconds or a tenth of its life before its end,
   * somewhat earlier by chance, and never before half of a short life is over.
   *
   * @param jitter from 0 to 1, the same for each question about one token
   */
  boolean wantsRenewal(Instant now, double jitter) {
    if (expiresAt == null) {
      return false;
    }
    var life = Duration.between(obtainedAt, expiresAt);
    var tenth = life.dividedBy(10);
    var lead = tenth.compareTo(LEAST_LEAD) > 0 ? tenth : LEAST_LEAD;
    var early = lead.plus(lead.multipliedBy((long) (jitter * 100)).dividedBy(500));
    var half = life.dividedBy(2);
    return !now.isBefore(expiresAt.minus(early.compareTo(half) < 0 ? early : half));
  }

  /** What a call may take until the API looks at the token. */
  private Duration safety() {
    var tenth = Duration.between(obtainedAt, expiresAt).dividedBy(10);
    return tenth.compareTo(Duration.ofSeconds(2)) < 0 ? tenth : Duration.ofSeconds(2);
  }
}
