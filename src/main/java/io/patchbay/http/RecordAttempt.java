package io.patchbay.http;

import java.time.InstantSource;

/** Notes each try, with what came of it and where its time went. */
final class RecordAttempt implements CallInterceptor {

  private final InstantSource clock;

  RecordAttempt(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Answer intercept(Call call, Outgoing request, Next next) {
    var startedAt = clock.instant();
    var start = System.nanoTime();
    var answer = next.proceed(call, request);
    var durationUs = (System.nanoTime() - start) / 1_000;
    var failure = CheckStatus.check(answer, call.request().api().name()).failure();
    call.attempted(
        new Attempt(
            startedAt,
            durationUs,
            answer.status(),
            answer.outcome(call.limits().retry()),
            failure,
            call.timings(),
            call.pauseUs(),
            call.reason(),
            call.page()));
    return answer;
  }
}
