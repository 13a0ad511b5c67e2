package io.patchbay.http;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes calls. */
@Service
public class ApiClient implements AutoCloseable {

  private final RequestPlans plans = new RequestPlans();
  private final LimitTime limitTime = new LimitTime();
  private final Recorder recorder;
  private final Paginate paginate;
  private final CallInterceptor.Next chain;
  private final CallInterceptor.Next onePage;

  ApiClient(
      Connector connector,
      Customize customize,
      Authenticate authenticate,
      CallPolicies policies,
      LiveSecrets secrets,
      InstantSource clock) {
    this.recorder = new Recorder(secrets);
    this.paginate = policies.paginate();
    var each =
        List.of(
            policies.retry(),
            policies.breakCircuit(),
            policies.limitRate(),
            new CheckStatus(),
            customize,
            authenticate,
            new RecordAttempt(clock),
            new HideFromGuests(),
            new FollowRedirects(),
            (call, request, next) -> next.proceed(call, request.signed()),
            policies.limitRate().eachRequest(),
            new Transport(connector));
    this.chain = around(List.of(limitTime, paginate), around(each, ApiClient::noEnd));
    this.onePage = around(List.of(limitTime), around(each, ApiClient::noEnd));
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

  /**
   * The pages of a list one at a time, in place of all as one; nothing is sent before the first is
   * asked for. A call without pagination has one page: its answer.
   */
  public CallPages pages(ApiRequest request) {
    return new CallPages(walk -> page(request, walk));
  }

  private CallPages.Step page(ApiRequest request, @Nullable PageWalk before) {
    try {
      var call = new Call(request, plans.of(request.api(), request.method()));
      var walk = before == null ? paginate.walk(call, call.plan().fill(call.request())) : before;
      return walk == null
          ? new CallPages.Step(call(call), null)
          : new CallPages.Step(page(call, walk), walk);
    } catch (CallRefused e) {
      return new CallPages.Step(ApiResponse.notSent(e.failure()), null);
    }
  }

  private ApiResponse page(Call call, PageWalk walk) {
    call.fetches(walk.page());
    try {
      var answer = onePage.proceed(call, walk.request());
      return recorder.response(call, Paginate.page(call, walk, answer));
    } catch (CallRefused e) {
      return recorder.response(call, Answer.notSent(e.failure()));
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
  private static CallInterceptor.Next around(
      List<CallInterceptor> interceptors, CallInterceptor.Next innermost) {
    var next = innermost;
    for (var interceptor : interceptors.reversed()) {
      var inner = next;
      next = (call, outgoing) -> interceptor.intercept(call, outgoing, inner);
    }
    return next;
  }

  private static Answer noEnd(Call call, Outgoing request) {
    throw new IllegalStateException("The transport ends the chain");
  }
}
