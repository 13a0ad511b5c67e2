package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.common.Failure.Kind;
import io.patchbay.http.Breaker.State;
import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BreakCircuitTest {

  private static final TestDatabase database = TestDatabase.fresh();

  private final CallFixture house = new CallFixture(database);
  private final MockWebServer server = new MockWebServer();
  private volatile int status = 500;

  @BeforeEach
  void start() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder().code(status).build();
          }
        });
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    house.close();
  }

  @Test
  void leavesAnApiAloneAfterTwentyFailures() {
    var api = api("{}");
    for (int i = 0; i < 20; i++) {
      assertThat(house.ask(api, "get").call().failure().status()).isEqualTo(500);
    }

    var refused = house.ask(api, "post").call();

    assertThat(server.getRequestCount()).isEqualTo(20);
    assertThat(refused.failure().kind()).isEqualTo(Kind.NOT_SENT);
    assertThat(refused.failure().detail())
        .contains(
            "20 of the last 20 calls failed",
            "the last failure: 500",
            "is open until 20",
            "policies.circuitBreaker, the default");
    assertThat(refused.attempts()).isEmpty();
  }

  @Test
  void whatIsTheCallersFaultDoesNotCount() {
    status = 404;
    var api = api("{}");
    for (int i = 0; i < 30; i++) {
      var _ = house.ask(api, "get").call();
    }

    assertThat(server.getRequestCount()).isEqualTo(30);
  }

  @Test
  void canBeSwitchedOff() {
    var api = api("{failurePercent: 0}");
    for (int i = 0; i < 30; i++) {
      var _ = house.ask(api, "get").call();
    }

    assertThat(server.getRequestCount()).isEqualTo(30);
    assertThat(house.policies.breakCircuit().readings("Shop")).isEmpty();
  }

  @Test
  void goesOnWhenThreeCallsWentWell() throws Exception {
    var api = api("{minimumCalls: 2, openSeconds: 1}");
    var _ = house.ask(api, "get").call();
    var _ = house.ask(api, "get").call();
    assertThat(state()).isEqualTo(State.OPEN);

    status = 200;
    int good = 0;
    for (int i = 0; i < 500 && good < 4; i++) {
      good += house.ask(api, "get").call().succeeded() ? 1 : 0;
      Thread.sleep(20);
    }

    assertThat(good).isEqualTo(4);
    assertThat(state()).isEqualTo(State.CLOSED);
  }

  private State state() {
    return house.policies.breakCircuit().readings("Shop").values().iterator().next().state();
  }

  private Api api(String breaker) {
    return CallFixture.api(
        """
        name: Shop
        baseUrl: http://127.0.0.1:%d
        policies: {retries: 0, %s}
        methods:
          - {name: get, path: /things}
          - {name: post, verb: POST, path: /things}
        """
            .formatted(
                server.getPort(),
                breaker.equals("{}") ? "connectMs: 5000" : "circuitBreaker: " + breaker));
  }
}
