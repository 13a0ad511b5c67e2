package io.patchbay.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.common.Failure;
import io.patchbay.credential.Origin;
import io.patchbay.http.Attempt.Outcome;
import io.patchbay.http.Breaker.Reading;
import io.patchbay.http.Breaker.Result;
import io.patchbay.http.Breaker.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Leaves an API alone for a while when most of its calls fail; per server, on this node. */
final class BreakCircuit implements CallInterceptor {

  private final InstantSource clock;
  private final LongSupplier nanos;
  private final Cache<Key, Breaker> breakers =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofDays(1)).build();

  BreakCircuit(InstantSource clock) {
    this(clock, System::nanoTime);
  }

  BreakCircuit(InstantSource clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
  }

  @Override
  public Answer intercept(Call call, Outgoing request, Next next) {
    var rules = call.limits().breaker();
    if (rules == null) {
      return next.proceed(call, request);
    }
    var breaker =
        breakers.get(
            new Key(call.apiKey(), call.plan().origin(), rules), key -> new Breaker(key.rules));
    var start = nanos.getAsLong();
    var pass = breaker.enter(start);
    if (!pass.isLet()) {
      return Answer.notSent(refusal(call, breaker.reading(start)));
    }
    var result = Result.NONE;
    String title = null;
    try {
      var answer = next.proceed(call, request);
      var tookMs = TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - start);
      var isSlow = rules.slowMs() > 0 && tookMs > rules.slowMs();
      result = isSlow && answer.status() != null ? Result.BAD : result(answer);
      title = isSlow ? "an answer after %,d ms".formatted(tookMs) : title(answer);
      return answer;
    } finally {
      breaker.leave(pass, result, title, nanos.getAsLong());
    }
  }

  /** All breakers of an API, by the server that they watch. */
  Map<String, Reading> readings(Object apiKey) {
    var all = new TreeMap<String, Reading>();
    breakers
        .asMap()
        .forEach((key, breaker) -> {
          if (key.api.equals(apiKey)) {
            all.merge(
                key.origin.toString(), breaker.reading(nanos.getAsLong()), BreakCircuit::worse);
          }
        });
    return all;
  }

  /** When a reading's breaker lets calls through again. */
  Instant until(Reading reading) {
    return clock.instant().plusNanos(reading.openNanos());
  }

  private static Reading worse(Reading a, Reading b) {
    return a.state() == State.CLOSED || b.state() == State.OPEN ? b : a;
  }

  /** What the API answers to a wrong request, or what never left this node, is not its trouble. */
  private static Result result(Answer answer) {
    var failure = answer.failure();
    if (failure == null) {
      return Result.GOOD;
    }
    if (failure.kind() == Failure.Kind.CANCELLED) {
      return Result.NONE;
    }
    var status = answer.status();
    if (status != null) {
      return status >= 500 ? Result.BAD : Result.GOOD;
    }
    return answer.outcome() == Outcome.IN_DOUBT
            || (answer.outcome() == Outcome.NOT_SENT && answer.isPassing())
        ? Result.BAD
        : Result.NONE;
  }

  private static @Nullable String title(Answer answer) {
    return answer.failure() == null ? null : answer.failure().title();
  }

  private Failure refusal(Call call, Reading reading) {
    var last = reading.lastFailure() == null ? "" : "; the last failure: " + reading.lastFailure();
    var until =
        reading.state() == State.OPEN
            ? "The circuit breaker is open until " + until(reading).truncatedTo(ChronoUnit.SECONDS)
            : "The circuit breaker is half-open: %d calls try whether the API is well again"
                .formatted(Breaker.PROBES);
    return Failure.of(
        Failure.Kind.NOT_SENT,
        "The API is left alone",
        "%s is left alone because %s%s. %s (policies.circuitBreaker, %s). Nothing was sent."
            .formatted(
                call.request().api().name(),
                reading.why(),
                last,
                until,
                call.limits().setBy(p -> p.circuitBreaker())));
  }

  private record Key(Object api, Origin origin, BreakerRules rules) {}
}
