package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.api.Customization;
import io.patchbay.api.Policies;
import io.patchbay.common.Failure.Kind;
import io.patchbay.common.Json;
import io.patchbay.http.Attempt.Outcome;
import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTest {

  private static final TestDatabase database = TestDatabase.fresh();

  private final CallFixture house = new CallFixture(database);
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    house.close();
  }

  /** The table of outcome classes: how often is each verb sent when the first try goes wrong. */
  @ParameterizedTest
  @CsvSource({
    "429, 2, 2, REFUSED",
    "425, 2, 2, REFUSED",
    "503, 2, 1, KNOWN_STATUS",
    "500, 2, 1, KNOWN_STATUS",
    "502, 2, 1, KNOWN_STATUS",
    "504, 2, 1, KNOWN_STATUS",
    "408, 2, 1, KNOWN_STATUS",
    "501, 1, 1, KNOWN_STATUS",
    "404, 1, 1, KNOWN_STATUS",
    "401, 1, 1, REFUSED",
  })
  void decidesByStatus(int status, int gets, int posts, Outcome outcome) {
    server.enqueue(new MockResponse.Builder().code(status).build());
    server.enqueue(new MockResponse.Builder().body("[]").build());
    var got = house.ask(api("{}"), "get").call();

    assertThat(server.getRequestCount()).isEqualTo(gets);
    assertThat(got.succeeded()).isEqualTo(gets == 2);
    assertThat(got.attempts().getFirst().outcome()).isEqualTo(outcome);

    if (gets == 1) {
      var _ = house.ask(api("{}"), "get").call(); // takes the answer that is left
    }
    var before = server.getRequestCount();
    server.enqueue(new MockResponse.Builder().code(status).build());
    server.enqueue(new MockResponse.Builder().body("[]").build());
    var posted = house.ask(api("{}"), "post").call();

    assertThat(server.getRequestCount() - before).isEqualTo(posts);
    assertThat(posted.succeeded()).isEqualTo(posts == 2);
  }

  @Test
  void sendsAPostAgainAfterA503OnlyIfTheApiSaysThatItMeansNothingWasDone() {
    server.enqueue(new MockResponse.Builder().code(503).build());
    var named = house.ask(api("{retry: {statuses: [503], baseMs: 1}}"), "post").call();

    assertThat(named.attempts()).hasSize(1);

    server.enqueue(new MockResponse.Builder().code(503).build());
    server.enqueue(new MockResponse.Builder().body("{}").build());
    var refusing = house.ask(api("{retry: {refused: [503], baseMs: 1}}"), "post").call();

    assertThat(refusing.succeeded()).isTrue();
    assertThat(refusing.attempts()).hasSize(2);
    assertThat(refusing.attempts().getFirst().outcome()).isEqualTo(Outcome.REFUSED);
    var second = refusing.attempts().get(1);
    assertThat(second.reason()).isEqualTo("503 Service Unavailable");
    assertThat(second.pauseUs()).isNotNull();
    assertThat(refusing.attempts().getFirst().pauseUs()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"CloseSocket", "HalfBody", "Hang"})
  void neverRepeatsAPostThatMayHaveArrived(String fault) {
    server.enqueue(fault(fault));
    server.enqueue(new MockResponse.Builder().body("[]").build());
    var posted = house.ask(api("{responseMs: 300}"), "post").call();

    assertThat(posted.succeeded()).isFalse();
    assertThat(server.getRequestCount()).isEqualTo(1);

    var before = server.getRequestCount();
    var _ = house.ask(api("{}"), "get").call();
    server.enqueue(fault(fault));
    server.enqueue(new MockResponse.Builder().body("[]").build());
    var got = house.ask(api("{responseMs: 300}"), "get").call();

    assertThat(got.succeeded()).isTrue();
    assertThat(server.getRequestCount() - before).isEqualTo(3);
  }

  @Test
  void repeatsEvenAPostThatNeverLeft() throws IOException {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    var response = house.ask(api(port, "{}"), "post").call();

    assertThat(response.attempts()).hasSize(3);
    assertThat(response.attempts()).allMatch(a -> a.outcome() == Outcome.NOT_SENT);
    assertThat(response.attempts().get(2).reason()).isEqualTo("No connection");
    assertThat(response.failure().kind()).isEqualTo(Kind.NOT_SENT);
  }

  @Test
  void saysWhenTheApiAsksToWaitLongerThanARetryMay() {
    server.enqueue(new MockResponse.Builder().code(429).addHeader("Retry-After", "120").build());

    var response = house.ask(api("{}"), "get").call();

    assertThat(response.attempts()).hasSize(1);
    assertThat(response.failure().status()).isEqualTo(429);
    assertThat(response.failure().detail())
        .contains("asks to wait 120 s, longer than the 60,000 ms", "the default");
  }

  @Test
  void neverWaitsBeyondTheTotalTime() {
    server.enqueue(new MockResponse.Builder().code(429).addHeader("Retry-After", "30").build());

    var response = house.ask(api("{totalMs: 5000}"), "get").call();

    assertThat(response.attempts()).hasSize(1);
    assertThat(response.failure().detail())
        .contains("after the total time of the call, 5,000 ms (totalMs, set by API 'Shop')");
  }

  @Test
  void stormsAddNoMoreThanTheBudget() {
    server.setDispatcher(always(503));
    var api = api("{retries: 5, retry: {baseMs: 1}, circuitBreaker: {failurePercent: 0}}");
    int calls = 200;
    String last = "";
    for (int i = 0; i < calls; i++) {
      last = house.ask(api, "get").call().failure().detail();
    }

    assertThat(server.getRequestCount())
        .isBetween(calls + 3, calls + calls / 5 + RetryBudget.AT_LEAST);
    assertThat(last)
        .contains("retry budget of the API is used up", "20 % of its calls", "the default");
  }

  @Test
  void aNodeOfTheFlowWinsOverMethodAndApi() {
    server.setDispatcher(always(503));
    var api = api("{retries: 1, retry: {baseMs: 1}}");
    var node = new Customization.Policy("Patient", policies("retries: 2"));

    assertThat(house.ask(api, "get").call().attempts()).hasSize(2);
    assertThat(house.ask(api, "stubborn").call().attempts()).hasSize(1);
    assertThat(house.ask(api, "stubborn").customizedBy(node).call().attempts()).hasSize(3);
  }

  @Test
  void aLimitThatIsHitSaysWhichAndWhereItIsSet() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    var node = new Customization.Policy("Hasty", policies("responseMs: 200\nretries: 0"));

    var response = house.ask(api("{}"), "get").customizedBy(node).call();

    assertThat(response.failure().kind()).isEqualTo(Kind.TIMEOUT);
    assertThat(response.failure().detail())
        .contains("within 200 ms (responseMs, set by policy 'Hasty' in the flow)");
  }

  @Test
  void cancellingEndsThePause() throws Exception {
    server.enqueue(new MockResponse.Builder().code(429).addHeader("Retry-After", "50").build());
    var result = new CompletableFuture<ApiResponse>();
    var thread =
        Thread.startVirtualThread(() ->
            result.complete(house.ask(api("{}"), "get").patience(Duration.ofHours(1)).call()));
    var _ = server.takeRequest(5, TimeUnit.SECONDS);

    thread.interrupt();

    assertThat(result.get(10, TimeUnit.SECONDS).failure().kind()).isEqualTo(Kind.CANCELLED);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  private static Policies policies(String yaml) {
    return Json.readDocument(yaml, Policies.class);
  }

  private static MockResponse fault(String kind) {
    var response = new MockResponse.Builder();
    return switch (kind) {
      case "CloseSocket" -> response.onResponseStart(new SocketEffect.CloseSocket()).build();
      case "HalfBody" ->
          response.body("x".repeat(10_000)).onResponseBody(new SocketEffect.CloseSocket()).build();
      default -> response.onResponseStart(SocketEffect.Stall.INSTANCE).build();
    };
  }

  private static mockwebserver3.Dispatcher always(int status) {
    return new mockwebserver3.Dispatcher() {
      @Override
      public MockResponse dispatch(mockwebserver3.RecordedRequest request) {
        return new MockResponse.Builder().code(status).build();
      }
    };
  }

  private Api api(String policies) {
    return api(server.getPort(), policies.equals("{}") ? "{retry: {baseMs: 1}}" : policies);
  }

  private static Api api(int port, String policies) {
    return CallFixture.api(
        """
        name: Shop
        baseUrl: http://127.0.0.1:%d
        policies: %s
        methods:
          - {name: get, path: /things}
          - {name: post, verb: POST, path: /things}
          - {name: stubborn, path: /things, policies: {retries: 0}}
        """
            .formatted(port, policies));
  }
}
