package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.api.ApiId;
import io.patchbay.common.Failure.Kind;
import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private static final TestDatabase database = TestDatabase.fresh();

  private final CallFixture house = new CallFixture(database);
  private final CallFixture other = house.otherNode();
  private final MockWebServer server = new MockWebServer();
  private final List<String> order = Collections.synchronizedList(new ArrayList<>());
  private final ApiId id = new ApiId(house.credentials.ids.next());
  private MockResponse answer = new MockResponse.Builder().body("{}").build();

  @BeforeEach
  void start() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            order.add(String.valueOf(request.getUrl().queryParameter("n")));
            return answer;
          }
        });
    server.start();
    database
        .jdbc()
        .sql(
            "insert into apis (id, workspace_id, slug, name, base_url, document, updated_by) values (?, ?, ?, 'Shop', '', '{}', '')")
        .params(id.value(), house.access.workspace().value(), id.value().toString())
        .update();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    other.close();
    house.close();
  }

  @Test
  void twoNodesTogetherMakeAsManyCallsAsTheLimitAndNoMore() throws Exception {
    var api = api("{requests: 20, perSeconds: 3600}");
    int made = 0;
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls = new ArrayList<Future<ApiResponse>>();
      for (int i = 0; i < 80; i++) {
        var node = i % 2 == 0 ? house : other;
        calls.add(callers.submit(() -> node.ask(api, "get").as(id).call()));
      }
      for (var call : calls) {
        made += call.get().succeeded() ? 1 : 0;
      }
    }

    assertThat(made).isEqualTo(20);
    assertThat(order).hasSize(20);
  }

  @Test
  void waitingShowsInTheTimings() {
    var api = api("{requests: 1, perSeconds: 4}");
    var _ = house.ask(api, "search").as(id).call(); // the first call of all takes long itself

    var first = house.ask(api, "get").as(id).call();
    var second = house.ask(api, "get").as(id).call();

    assertThat(first.attempts().getFirst().timings().turn()).isLessThan(3_000_000);
    assertThat(second.attempts().getFirst().timings().turn()).isGreaterThan(500_000);
    assertThat(second.durationUs()).isGreaterThan(500_000);
  }

  @Test
  void callsGoInTheOrderInWhichTheyCame() throws Exception {
    var api = api("{requests: 2, perSeconds: 1, burst: 1}");
    var calls = new ArrayList<Thread>();
    for (int i = 0; i < 5; i++) {
      var n = i;
      calls.add(
          Thread.startVirtualThread(() -> {
            var _ = house.ask(api, "get").with("n", n).as(id).call();
          }));
      Thread.sleep(30); // so that they line up in this order
    }
    for (var call : calls) {
      call.join();
    }

    assertThat(order).containsExactly("0", "1", "2", "3", "4");
  }

  @Test
  void failsAtOnceWhenThereIsNoPlaceInTime() {
    var api = api("{requests: 1, perSeconds: 3600}");
    assertThat(house.ask(api, "get").as(id).call().succeeded()).isTrue();

    var late = other.ask(api, "post").as(id).call();

    assertThat(late.failure().kind()).isEqualTo(Kind.NOT_SENT);
    assertThat(late.failure().detail())
        .contains("rate limit, 1 in 3,600 s", "set by API 'Shop'", "There may be a place from 20");
    assertThat(late.attempts()).isEmpty();
    assertThat(order).hasSize(1);
  }

  @Test
  void whoIsCancelledWhileWaitingLeavesThePlaceToOthers() throws Exception {
    var api = api("{requests: 1, perSeconds: 2}");
    assertThat(house.ask(api, "get").as(id).call().succeeded()).isTrue();
    var cancelled = new CompletableFuture<ApiResponse>();
    var thread =
        Thread.startVirtualThread(
            () -> cancelled.complete(house.ask(api, "get").with("n", "x").as(id).call()));
    while (house.turns.readings(id).values().iterator().next().waiting() == 0) {
      Thread.sleep(5);
    }

    thread.interrupt();
    var next = house.ask(api, "get").with("n", "y").as(id).call();

    assertThat(cancelled.get(5, TimeUnit.SECONDS).failure().kind()).isEqualTo(Kind.CANCELLED);
    assertThat(next.succeeded()).isTrue();
    assertThat(order).containsExactly("null", "y");
  }

  @Test
  void whatTheApiSaysStopsTheCallsOfAllNodes() {
    var api = api("{}");
    answer =
        new MockResponse.Builder()
            .addHeader("X-RateLimit-Remaining", "0")
            .addHeader("X-RateLimit-Reset", "600")
            .build();
    assertThat(house.ask(api, "get").as(id).call().succeeded()).isTrue();

    var here = house.ask(api, "get").as(id).call();
    var there = other.ask(api, "get").as(id).patience(Duration.ofSeconds(5)).call();

    assertThat(here.failure().kind()).isEqualTo(Kind.NOT_SENT);
    assertThat(there.failure().kind()).isEqualTo(Kind.NOT_SENT);
    assertThat(there.failure().detail()).contains("headers say that no call remains");
    assertThat(order).hasSize(1);
    assertThat(other.turns.readings(id).values().iterator().next().pausedUntil()).isNotNull();
  }

  @Test
  void aMethodsOwnLimitCountsByItself() {
    var api = api("{requests: 1, perSeconds: 3600}");
    assertThat(house.ask(api, "get").as(id).call().succeeded()).isTrue();

    assertThat(house.ask(api, "search").as(id).call().succeeded()).isTrue();
    assertThat(house.ask(api, "search").as(id).call().succeeded()).isTrue();
    assertThat(house.ask(api, "search").as(id).call().succeeded()).isFalse();
  }

  @Test
  void withoutTheDatabaseEachNodeCountsByItself() throws Exception {
    var lost = TestDatabase.fresh();
    try (var alone = new CallFixture(lost)) {
      lost.jdbc().sql("drop table rate_limits").update();
      var api = api("{requests: 2, perSeconds: 3600}");

      assertThat(alone.ask(api, "get").as(id).call().succeeded()).isTrue();
      assertThat(alone.ask(api, "get").as(id).call().succeeded()).isTrue();
      assertThat(alone.ask(api, "get").as(id).call().failure().kind()).isEqualTo(Kind.NOT_SENT);
      assertThat(alone.turns.readings(id).values().iterator().next().isAlone()).isTrue();
    }
  }

  @Test
  void manyCallsTakeFewTripsToTheDatabase() {
    var api = api("{requests: 100000, perSeconds: 60}");
    for (int i = 0; i < 500; i++) {
      assertThat(house.ask(api, "get").as(id).call().succeeded()).isTrue();
    }

    var trips =
        database
            .jdbc()
            .sql("select revision from rate_limits where api_id = ?")
            .param(id.value())
            .query(Long.class)
            .single();
    assertThat(trips).isLessThan(250);
  }

  private Api api(String rateLimit) {
    return CallFixture.api(
        """
        name: Shop
        baseUrl: http://127.0.0.1:%d
        policies: {retries: 0, totalMs: 20000, rateLimit: %s}
        methods:
          - {name: get, path: /things, parameters: [{name: n}]}
          - {name: post, verb: POST, path: /things}
          - {name: search, path: /search, policies: {rateLimit: {requests: 2, perSeconds: 3600}}}
        """
            .formatted(server.getPort(), rateLimit));
  }
}
