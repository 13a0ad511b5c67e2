package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.common.Failure.Kind;
import io.patchbay.common.Json;
import io.patchbay.testing.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customizations do to answers and to repeats. */
class ResponseChangesTest {

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

  @Test
  void a404BecomesASuccessWithABodyOfItsOwn() {
    answer(404, "{\"message\": \"no such order\"}");

    var response =
        house
            .ask(api(""), "get")
            .customizedBy(
                "{kind: response, when: response.status = 404, status: 200, body: {found: false, why: '{{ response.body.message }}', asked: '{{ request.path }}'}, set: {X-Was: '{{ response.status }}'}, remove: [Content-Type]}")
            .call();

    assertThat(response.failure()).isNull();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body())
        .isEqualTo(Map.of("found", false, "why", "no such order", "asked", "/x"));
    assertThat(response.headers()).containsEntry("x-was", "404").doesNotContainKey("content-type");
    assertThat(response.attempts().getFirst().status()).isEqualTo(404);
  }

  @Test
  void a200WithAnErrorBecomesAFailureWithItsMessage() {
    var api = api("customizations: [{kind: response, fail: '{{ response.body.error.text }}'}]");
    answer(200, "{\"error\": {\"text\": \"Order is closed\"}}");
    answer(200, "{\"ok\": true}");
    answer(500, "{\"error\": {\"text\": \"Closed for good\"}}");

    var failed = house.ask(api, "get").call();
    var fine = house.ask(api, "get").call();
    var post = house.ask(api, "post").call();

    assertThat(failed.failure().kind()).isEqualTo(Kind.FAILED);
    assertThat(failed.failure().detail()).isEqualTo("Order is closed");
    assertThat(failed.status()).isEqualTo(200);
    assertThat(fine.failure()).isNull();
    assertThat(post.failure().detail()).isEqualTo("Closed for good");
  }

  @Test
  void theyApplyInTheOrderApiMethodFlow() {
    var api =
        api(
            """
            customizations: [{kind: response, status: 201, set: {X-All: a}}]
            """);
    answer(200, "{}");

    var response =
        house
            .ask(api, "own")
            .customizedBy(
                "{kind: response, when: '{{ response.status = 202 }}', set: {X-All: '{{ response.headers.`x-all` }}c'}}",
                "{kind: response, when: '{{ response.status = 999 }}', status: 500}")
            .call();

    assertThat(response.status()).isEqualTo(202);
    assertThat(response.headers()).containsEntry("x-all", "abc");
  }

  @Test
  void aStatusThatPassesIsTriedAgain() {
    var api =
        api(
            "customizations: [{kind: response, when: response.body.busy, status: 503}]\npolicies: {retry: {baseMs: 1}}");
    answer(200, "{\"busy\": true}");
    answer(200, "{\"busy\": false}");

    var response = house.ask(api, "get").call();

    assertThat(response.failure()).isNull();
    assertThat(response.attempts()).hasSize(2);
  }

  @Test
  void anExpressionThatFailsAfterTheAnswerSaysSoAndKeepsTheAnswer() {
    answer(200, "{\"a\": 1}");

    var response =
        house
            .ask(api(""), "get")
            .customizedBy("{kind: response, name: Map, status: '{{ response.body.a }}'}")
            .call();

    assertThat(response.failure().detail())
        .startsWith("Customization 'Map' of the flow: status: 1 is no status");
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(Map.of("a", 1));
  }

  @Test
  void whatIsNotTheJsonThatItSaysCanBeReplaced() {
    answer(200, "oops");

    var response =
        house
            .ask(api(""), "get")
            .customizedBy("{kind: response, body: {text: '{{ response.body }}'}}")
            .call();

    assertThat(response.failure()).isNull();
    assertThat(response.body()).isEqualTo(Map.of("text", "oops"));
  }

  @Test
  void nothingIsChangedWhereNoAnswerCame() {
    var response =
        house
            .ask(
                CallFixture.api(
                    "--- {name: X, baseUrl: 'http://127.0.0.1:1', methods: [{name: get, path: /}]}"),
                "get")
            .customizedBy("{kind: response, status: 200}")
            .patience(Duration.ofMillis(300))
            .call();

    assertThat(response.status()).isNull();
    assertThat(response.failure()).isNotNull();
  }

  @Test
  void anIdempotencyKeyLetsAPostBeRepeatedAndStaysTheSame() throws Exception {
    house.credential("key", "{kind: hmac, secret: canary-hmac-key-1}");
    var api =
        api(
            """
            policies: {retry: {baseMs: 1}}
            customizations:
              - {kind: idempotencyKey}
              - {kind: headers, set: {X-Random: '{{ $string($random()) }}'}}
              - {kind: sign, credential: key, recipe: {text: '{{ nonce }}', name: X-Sig}}
            """);
    answer(503, "{}");
    answer(503, "{}");
    answer(200, "{}");
    answer(200, "{}");

    var response = house.ask(api, "post").identity("r1|s1").call();
    house.ask(api, "post").identity("r1|s2").call();

    assertThat(response.failure()).isNull();
    assertThat(response.attempts()).hasSize(3);
    var keys = new HashSet<String>();
    var randoms = new HashSet<String>();
    var signatures = new HashSet<String>();
    for (int i = 0; i < 3; i++) {
      var headers = server.takeRequest().getHeaders();
      keys.add(headers.get("Idempotency-Key"));
      randoms.add(headers.get("X-Random"));
      signatures.add(headers.get("X-Sig"));
    }
    assertThat(keys).hasSize(1);
    assertThat(randoms).hasSize(1);
    assertThat(signatures).hasSize(3);
    assertThat(keys.iterator().next()).matches("[A-Za-z0-9_-]{43}");
    assertThat(server.takeRequest().getHeaders().get("Idempotency-Key")).isNotIn(keys);
  }

  @Test
  void theSameCallHasTheSameKeyOnAnotherNode() throws Exception {
    answer(200, "{}");
    answer(200, "{}");
    var api = api("customizations: [{kind: idempotencyKey, header: X-Key}]");

    house.ask(api, "post").identity("r1|s1").call();
    try (var other = house.otherNode()) {
      other.ask(api, "post").identity("r1|s1").call();
    }

    assertThat(server.takeRequest().getHeaders().get("X-Key"))
        .isEqualTo(server.takeRequest().getHeaders().get("X-Key"));
  }

  @Test
  void eachPageIsCustomizedAndHasAKeyOfItsOwn() throws Exception {
    var api =
        api(
            """
            customizations:
              - {kind: idempotencyKey}
              - {kind: query, set: {lang: de}}
              - {kind: response, body: {items: '{{ response.body.rows }}'}}
            """);
    answer(200, "{\"rows\": [1, 2]}");
    answer(200, "{\"rows\": [3]}");
    answer(200, "{\"rows\": []}");

    var response =
        house
            .ask(api, "get")
            .customizedBy(
                "{kind: policy, policies: {pagination: {kind: page, parameter: page, items: response.body.items, maxPages: 2}}}")
            .call();

    assertThat(Json.write(response.body())).isEqualTo("[1,2,3]");
    var first = server.takeRequest();
    var second = server.takeRequest();
    assertThat(first.getTarget()).contains("lang=de");
    assertThat(second.getTarget()).contains("lang=de").contains("page=2");
    assertThat(first.getHeaders().get("Idempotency-Key"))
        .isNotEqualTo(second.getHeaders().get("Idempotency-Key"));
  }

  @Test
  void aKeyByHandWinsAndARemovedOneIsNone() throws Exception {
    var api = api("customizations: [{kind: idempotencyKey}]\npolicies: {retry: {baseMs: 1}}");
    answer(200, "{}");
    answer(200, "{}");
    answer(503, "{}");

    house.ask(api, "byHand").call();
    house
        .ask(api, "post")
        .customizedBy("{kind: idempotencyKey, value: 'order-{{ vars.n }}'}")
        .seeing("vars", Map.of("n", 7))
        .call();
    var removed =
        house.ask(api, "post").customizedBy("{kind: headers, remove: [idempotency-key]}").call();

    assertThat(server.takeRequest().getHeaders().get("Idempotency-Key")).isEqualTo("mine");
    assertThat(server.takeRequest().getHeaders().get("Idempotency-Key")).isEqualTo("order-7");
    assertThat(server.takeRequest().getHeaders().get("Idempotency-Key")).isNull();
    assertThat(removed.attempts()).hasSize(1);
  }

  @Test
  void aGuestsFlowSeesNothingOfItsOwnersSecrets() throws Exception {
    house.credential("usual", "{kind: bearer, token: canary-owner-token}");
    var owner = house.access.workspace();
    var api =
        api(
            """
            auth: {kind: bearer, credential: usual}
            headers: {Cookie: canary-cookie=1, X-Plain: open}
            """);
    answer(200, "{}");
    house.ask(api, "get").call(); // its owners' first call says where the credential may go
    server.takeRequest();
    server.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/json")
            .addHeader("X-Echo", "Bearer canary-owner-token")
            .body("{\"echo\": \"canary-owner-token\"}")
            .build());
    try (var guest =
        new CallFixture(
            house.credentials,
            house.credentials.workspace(),
            TrustedAuthorities.of(""),
            "127.0.0.1:*")) {
      var response =
          guest
              .ask(api, "get")
              .lentBy(owner)
              .customizedBy(
                  "{kind: headers, set: {X-Copy: '{{ request.headers }}'}}",
                  "{kind: response, body: {all: '{{ [request, response] }}'}}")
              .call();

      assertThat(response.failure()).isNull();
      assertThat(Json.write(response)).doesNotContain("canary");
    }
    var request = server.takeRequest();
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer canary-owner-token");
    assertThat(request.getHeaders().get("X-Copy")).contains("x-plain").doesNotContain("canary");
  }

  private void answer(int status, String json) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .addHeader("Content-Type", "application/json")
            .body(json)
            .build());
  }

  private Api api(String yaml) {
    return CallFixture.api(
        """
        name: Shop
        baseUrl: http://127.0.0.1:%d
        methods:
          - {name: get, path: /x}
          - {name: post, verb: POST, path: /x}
          - {name: byHand, verb: POST, path: /x, headers: {idempotency-key: mine}}
          - {name: own, path: /x, customizations: [{kind: response, status: 202, set: {X-All: '{{ response.headers.`x-all` }}b'}}]}
        """
                .formatted(server.getPort())
            + yaml);
  }
}
