package io.patchbay.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.api.Policies;
import io.patchbay.common.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Repeats what failed in passing: what the API surely did not process whatever the verb, all else
 * if the call may be repeated. With full jitter, never before the API asked for, never beyond the
 * call's total time, and only as far as the API's retry budget goes.
 */
final class Retry implements CallInterceptor {

  private final InstantSource clock;
  private final LongSupplier nanos;
  private final Cache<Object, RetryBudget> budgets =
      Caffeine.newBuilder().maximumSize(10_000).build();

  Retry(InstantSource clock) {
    this(clock, System::nanoTime);
  }

  Retry(InstantSource clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
  }

  @Override
  public Answer intercept(Call call, Outgoing request, Next next) {
    var budget = budgets.get(call.apiKey(), _ -> new RetryBudget());
    budget.called(nanos.getAsLong());
    var answer = next.proceed(call, request);
    var tries = call.limits().retries();
    for (int done = 0; done < tries && isRepeatable(call, answer); done++) {
      var pause = pause(call, answer, done);
      var obstacle = obstacle(call, pause, budget);
      if (obstacle != null) {
        return answer.withFailure(with(answer.failure(), obstacle), false);
      }
      if (!sleep(pause)) {
        return answer.withFailure(TransportFailures.cancelled(), false);
      }
      call.triesAgain(pause.toNanos() / 1_000, reason(answer));
      answer = next.proceed(call, request);
    }
    return answer;
  }

  /** RELIABILITY: what is known of the effect of the failed try decides. */
  static boolean isRepeatable(Call call, Answer answer) {
    if (answer.failure() == null) {
      return false;
    }
    var rules = call.limits().retry();
    var status = answer.status();
    return switch (answer.outcome(rules)) {
      case NOT_SENT -> answer.isPassing();
      case REFUSED -> status != null && rules.statuses().contains(status);
      case IN_DOUBT -> answer.isPassing() && call.mayBeRepeated();
      case KNOWN_STATUS ->
          call.mayBeRepeated()
              && ((status == null || status < 400)
                  ? answer.isPassing()
                  : rules.statuses().contains(status));
    };
  }

  private Duration pause(Call call, Answer answer, int done) {
    var rules = call.limits().retry();
    var most = Math.min(rules.maxMs(), (long) rules.baseMs() << done);
    var jittered = Duration.ofMillis(ThreadLocalRandom.current().nextLong(most + 1));
    var asked = RateHeaders.wait(answer, clock.instant());
    return asked.compareTo(jittered) > 0 ? asked : jittered;
  }

  /** Why there is no further try although the failure allows one; absent when nothing is. */
  private @Nullable String obstacle(Call call, Duration pause, RetryBudget budget) {
    var limits = call.limits();
    var rules = limits.retry();
    if (pause.toMillis() > rules.maxMs()) {
      return "It asks to wait %,d s, longer than the %,d ms that a retry may wait (retry.maxMs, %s); it was not tried again."
          .formatted(
              pause.toSeconds(),
              rules.maxMs(),
              limits.setBy(p -> p.retry() == null ? null : p.retry().maxMs()));
    }
    if (pause.compareTo(call.remaining()) >= 0) {
      return "The next try would come after the total time of the call, %s; it was not tried again."
          .formatted(call.totalTime());
    }
    if (!budget.take(nanos.getAsLong(), rules.budgetPercent())) {
      return "It was not tried again: the retry budget of the API is used up (retries are at most %d %% of its calls; retry.budgetPercent, %s)."
          .formatted(rules.budgetPercent(), limits.setBy(Retry::budgetOf));
    }
    return null;
  }

  private static @Nullable Object budgetOf(Policies policies) {
    return policies.retry() == null ? null : policies.retry().budgetPercent();
  }

  private static String reason(Answer answer) {
    return answer.failure() == null ? "" : answer.failure().title();
  }

  private static Failure with(@Nullable Failure failure, String obstacle) {
    if (failure == null) {
      throw new IllegalStateException("Only what failed is tried again");
    }
    return new Failure(
        failure.kind(),
        failure.title(),
        failure.detail() + " " + obstacle,
        failure.status(),
        failure.step());
  }

  /** Seconds or a date, RFC 9110 section 10.2.3; empty when it says nothing useful. */
  static Optional<Duration> retryAfter(@Nullable String value, Instant now) {
    if (value == null) {
      return Optional.empty();
    }
    var text = value.strip();
    try {
      return text.chars().allMatch(Character::isDigit)
          ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
          : Optional.of(
              Duration.between(
                  now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text))));
    } catch (NumberFormatException | DateTimeParseException | ArithmeticException _) {
      return Optional.empty();
    }
  }

  private static boolean sleep(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
