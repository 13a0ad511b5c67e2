package io.patchbay.http;

import io.patchbay.common.Failure;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets a call wait for its turn under the rate limit that all flows and nodes share, and learns
 * from the answer when the API wants to be left alone.
 */
final class LimitRate implements CallInterceptor {

  private final Turns turns;
  private final InstantSource clock;

  LimitRate(Turns turns, InstantSource clock) {
    this.turns = turns;
    this.clock = clock;
  }

  @Override
  public Answer intercept(Call call, Outgoing request, Next next) {
    var rules = call.limits().rate();
    if (rules == null) {
      return next.proceed(call, request);
    }
    var queue = turns.queue(call, rules);
    var obstacle = await(call, queue, rules);
    if (obstacle != null) {
      return Answer.notSent(obstacle);
    }
    try {
      return next.proceed(call, request);
    } finally {
      if (call.useTurn()) {
        queue.giveBack();
      }
    }
  }

  /** Why the call cannot be made now; absent when it has its turn. */
  private static @Nullable Failure await(Call call, TurnQueue queue, RateRules rules) {
    var start = System.nanoTime();
    var outcome = queue.await(rules, call.deadlineNanos());
    return switch (outcome) {
      case TurnQueue.Outcome.Go _ -> {
        call.gotTurn((System.nanoTime() - start) / 1_000);
        yield null;
      }
      case TurnQueue.Outcome.Late late -> late(call, rules, late);
      case TurnQueue.Outcome.Cancelled _ -> TransportFailures.cancelled();
    };
  }

  private static Failure late(Call call, RateRules rules, TurnQueue.Outcome.Late late) {
    var why =
        late.pausedBy() == null
            ? "its rate limit, %s, is used up (rateLimit, %s)"
                .formatted(rules.words(), call.limits().setBy(p -> p.rateLimit()))
            : "it said so (%s)".formatted(late.pausedBy());
    return Failure.of(
        Failure.Kind.NOT_SENT,
        "No place under the rate limit",
        "%s takes no call now: %s. There may be a place from %s, later than this call may take in total, %s. Nothing was sent."
            .formatted(
                call.request().api().name(),
                why,
                late.freeAt().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1),
                call.totalTime()));
  }

  private static String said(Answer answer) {
    var retryAfter = answer.headers().get("retry-after");
    return answer.hasStatus(429)
        ? "429 Too Many Requests"
            + (retryAfter == null ? "" : ", Retry-After: " + shortened(retryAfter))
        : "its rate limit headers say that no call remains";
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40);
  }

  /**
   * Around each single request: a second one within a call, after a 401 or a redirect, needs a turn
   * of its own; and what the API answers is heard here, before any customization changes it.
   */
  CallInterceptor eachRequest() {
    return (call, request, next) -> {
      var rules = call.limits().rate();
      if (rules == null || !request.address().origin().equals(call.plan().origin())) {
        return next.proceed(call, request);
      }
      var queue = turns.queue(call, rules);
      if (!call.useTurn()) {
        var obstacle = await(call, queue, rules);
        if (obstacle != null) {
          return Answer.notSent(obstacle);
        }
        var _ = call.useTurn();
      }
      var answer = next.proceed(call, request);
      if (rules.followsHeaders()) {
        RateHeaders.pause(answer, clock.instant())
            .filter(pause -> !pause.isZero())
            .ifPresent(pause -> queue.pause(pause, said(answer)));
      }
      return answer;
    };
  }
}
