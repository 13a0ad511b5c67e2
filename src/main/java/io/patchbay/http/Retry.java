package io.patchbay.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Repeats what failed in passing, if the method may be repeated: with full jitter, and never before
 * the upstream's {@code Retry-After}.
 */
final class Retry implements CallInterceptor {

  private static final long BASE_MS = 500;
  private static final long MOST_MS = 60_000;

  private final InstantSource clock;

  Retry(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Answer intercept(Call call, Outgoing request, Next next) {
    var answer = next.proceed(call, request);
    var tries = call.mayBeRepeated() ? call.limits().retries() : 0;
    for (int done = 0; done < tries && answer.isPassing(); done++) {
      var pause = pause(answer, done);
      if (pause.toMillis() > MOST_MS || pause.compareTo(call.remaining()) >= 0 || !sleep(pause)) {
        return answer;
      }
      answer = next.proceed(call, request);
    }
    return answer;
  }

  private Duration pause(Answer answer, int done) {
    var most = Math.min(MOST_MS, BASE_MS << done);
    var jittered = Duration.ofMillis(ThreadLocalRandom.current().nextLong(most + 1));
    return retryAfter(answer.headers().get("retry-after"), clock.instant())
        .filter(asked -> asked.compareTo(jittered) > 0)
        .orElse(jittered);
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
