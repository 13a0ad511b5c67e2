package io.patchbay.http;

import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Service;

/** Makes calls. */
@Service
public class ApiClient implements AutoCloseable {

  private final RequestPlans plans = new RequestPlans();
  private final LimitTime limitTime = new LimitTime();
  private final Recorder recorder;
  private final BreakCircuit breaker;
  private final CallInterceptor.Next chain;

  ApiClient(
      Connector connector,
      Customize customize,
      Authenticate authenticate,
      Turns turns,
      LiveSecrets secrets,
      InstantSource clock) {
    var limitRate = new LimitRate(turns, clock);
    this.recorder = new Recorder(secrets);
    this.breaker = new BreakCircuit(clock);
    this.chain =
        chained(
            List.of(
                limitTime,
                new Retry(clock),
                breaker,
                limitRate,
                new CheckStatus(),
                customize,
                authenticate,
                new RecordAttempt(clock),
                new HideFromGuests(),
                new FollowRedirects(),
                (call, request, next) -> next.proceed(call, request.signed()),
                limitRate.eachRequest(),
                new Transport(connector)));
  }

  /**
   * Makes one call, with all its retries; blocks the (virtual) thread. An interrupt ends it early
   * as cancelled.
   *
   * @return the outcome, also of a call that failed: this method throws for bugs only
   */
  public ApiResponse call(ApiRequest request) {
    try {
      return call(new Call(request, plans.of(request.api(), request.method())));
    } catch (CallRefused e) {
      return ApiResponse.notSent(e.failure());
    }
  }

  private ApiResponse call(Call call) {
    try {
      var answer = chain.proceed(call, call.plan().fill(call.request()));
      return recorder.response(call, answer);
    } catch (CallRefused e) {
      return recorder.response(call, Answer.notSent(e.failure()));
    }
  }

  @Override
  public void close() {
    limitTime.close();
  }

  /** The first interceptor around the second around the third, and so on. */
  private static CallInterceptor.Next chained(List<CallInterceptor> interceptors) {
    CallInterceptor.Next next =
        (_, _) -> {
          throw new IllegalStateException("The transport ends the chain");
        };
    for (var interceptor : interceptors.reversed()) {
      var inner = next;
      next = (call, outgoing) -> interceptor.intercept(call, outgoing, inner);
    }
    return next;
  }
}
