package io.patchbay.http;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import io.patchbay.http.TokenReply.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Asks a token endpoint, again at once if its trouble is a passing one: nothing of the call was
 * sent yet. Never longer than {@link #LONGEST}.
 */
@Component
class TokenRequester {

  /** After this no further try begins. */
  private static final Duration TRIES_BEGIN_WITHIN = Duration.ofSeconds(10);

  /** All tries together take no longer. */
  static final Duration LONGEST = TRIES_BEGIN_WITHIN.plus(TokenEndpoint.TOTAL);

  private static final int TRIES = 3;

  private final TokenEndpoint endpoint;
  private final LiveSecrets secrets;
  private final InstantSource clock;

  TokenRequester(TokenEndpoint endpoint, LiveSecrets secrets, InstantSource clock) {
    this.endpoint = endpoint;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param at when the answer came
   */
  record Asked(TokenReply reply, Instant at, long durationUs) {

    Asked with(TokenReply otherReply) {
      return new Asked(otherReply, at, durationUs);
    }
  }

  /** With what the credential itself holds. */
  Asked ask(TokenSource source) {
    return tried(source, () -> endpoint.ask(source));
  }

  /** With a grant that came otherwise. */
  Asked ask(TokenSource source, AuthorizationGrant grant) {
    return tried(source, () -> endpoint.ask(source, grant));
  }

  /** With a grant that is good for one try only. */
  TokenReply once(TokenSource source, AuthorizationGrant grant) {
    return remembered(source, () -> endpoint.ask(source, grant));
  }

  /** Without asking anybody. */
  Asked none(TokenTrouble trouble, String reason) {
    return new Asked(Refused.of(trouble, reason), clock.instant(), 0);
  }

  private Asked tried(TokenSource source, Supplier<TokenReply> request) {
    var start = System.nanoTime();
    var reply = remembered(source, request);
    for (int tries = 1; tries < TRIES && isWorthATry(reply, start); tries++) {
      pause();
      reply = remembered(source, request);
    }
    return new Asked(reply, clock.instant(), (System.nanoTime() - start) / 1_000);
  }

  /** Whatever is written down later holds none of what was sent and what came. */
  private TokenReply remembered(TokenSource source, Supplier<TokenReply> request) {
    var workspace = source.credential().workspace();
    source.credential().secrets().all().forEach(secret -> secrets.add(workspace, secret.reveal()));
    var reply = request.get();
    if (reply instanceof TokenReply.Granted granted) {
      secrets.add(workspace, granted.accessToken());
      if (granted.refreshToken() != null) {
        secrets.add(workspace, granted.refreshToken());
      }
    }
    return reply;
  }

  private static boolean isWorthATry(TokenReply reply, long start) {
    return reply instanceof Refused refused
        && refused.trouble() == TokenTrouble.PASSING
        && refused.retryAfter().isEmpty()
        && System.nanoTime() - start < TRIES_BEGIN_WITHIN.toNanos();
  }

  /** Short, and never the same: nodes that wait for one another do not stay in step. */
  static void pause() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(50, 200));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
