package io.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.api.Customization;
import io.patchbay.common.Failure.Kind;
import io.patchbay.expression.Expression;
import io.patchbay.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiClientTest {

  private static final TestDatabase database = TestDatabase.fresh();
  private static final String JSON = "application/json";

  private final CallFixture house = new CallFixture(database);
  private final MockWebServer server = new MockWebServer();
  private Api api;

  @BeforeEach
  void start() throws IOException {
    server.start();
    api =
        CallFixture.api(
            """
            name: Shop
            baseUrl: http://127.0.0.1:%d/v1/
            headers: {X-Api: "1", X-Both: api}
            policies: {responseMs: 1500}
            methods:
              - {name: list, path: /orders, parameters: [{name: q}, {name: tags}, {name: limit, schema: {type: integer}, default: 10}]}
              - name: get
                path: /orders/{order-id}/items
                headers: {X-Both: method, X-Who: "me"}
                parameters:
                  - {name: orderId, wireName: order-id, in: path}
                  - {name: both, wireName: X-Both, in: header}
                  - {name: session, in: cookie}
                  - {name: token, in: query, redacted: true}
              - {name: create, verb: POST, path: /orders, body: {required: true}}
              - {name: form, verb: POST, path: /form, body: {contentType: application/x-www-form-urlencoded}}
              - {name: text, verb: PUT, path: /text, body: {contentType: text/plain}}
              - {name: remove, verb: DELETE, path: /orders/1}
            """
                .formatted(server.getPort()));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    house.close();
  }

  @Test
  void sendsAGetWithItsDefaults() throws Exception {
    answer(
        new MockResponse.Builder()
            .addHeader("Content-Type", JSON)
            .body("{\"a\": [1, 2.50, null]}"));

    var response = house.ask(api, "list").with("q", "a b&c").with("tags", List.of("x", "y")).call();

    assertThat(response.failure()).isNull();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body())
        .isEqualTo(Map.of("a", Arrays.asList(1, new java.math.BigDecimal("2.50"), null)));
    assertThat(response.headers()).containsEntry("content-type", JSON);
    var request = server.takeRequest();
    assertThat(request.getTarget()).isEqualTo("/v1/orders?q=a%20b%26c&tags=x&tags=y&limit=10");
    assertThat(request.getHeaders().get("User-Agent")).isEqualTo("Patchbay/1.0");
    assertThat(request.getHeaders().get("Accept")).startsWith(JSON);
    assertThat(request.getHeaders().get("X-Api")).isEqualTo("1");
    assertThat(response.request().url())
        .isEqualTo("http://127.0.0.1:%d%s".formatted(server.getPort(), request.getTarget()));
    assertThat(response.attempts()).hasSize(1);
    assertThat(response.attempts().getFirst().timings().connect()).isPositive();
    assertThat(response.attempts().getFirst().timings().waiting()).isPositive();
  }

  @Test
  void putsInputsWhereTheyBelongAndMethodOverApi() throws Exception {
    answer(new MockResponse.Builder().code(204));

    var response =
        house
            .ask(api, "get")
            .with("orderId", "a/b?ü")
            .with("session", "s 1")
            .with("token", "canary-77")
            .call();

    assertThat(response.body()).isSameAs(Expression.ABSENT);
    var request = server.takeRequest();
    assertThat(request.getTarget()).isEqualTo("/v1/orders/a%2Fb%3F%C3%BC/items?token=canary-77");
    assertThat(request.getHeaders().get("X-Both")).isEqualTo("method");
    assertThat(request.getHeaders().get("Cookie")).isEqualTo("session=s%201");
    assertThat(response.request().toString()).doesNotContain("canary").doesNotContain("s%201");
  }

  @Test
  void headersRiseFromApiToMethodToInputToCustomization() throws Exception {
    answer(new MockResponse.Builder());
    answer(new MockResponse.Builder());
    var node =
        new Customization.Headers(
            "Trace", Map.of("x-both", "flow"), Map.of(), List.of("X-Who", "user-agent"));

    house.ask(api, "get").with("orderId", 1).with("both", "input").call();
    var response =
        house.ask(api, "get").with("orderId", 1).with("both", "input").customizedBy(node).call();

    assertThat(server.takeRequest().getHeaders().get("X-Both")).isEqualTo("input");
    var request = server.takeRequest();
    assertThat(request.getHeaders().values("X-Both")).containsExactly("flow");
    assertThat(request.getHeaders().get("X-Who")).isNull();
    assertThat(request.getHeaders().get("User-Agent")).isNull();
    assertThat(response.request().headers())
        .contains(new SentRequest.Header("x-both", "flow", "flow: Trace"));
  }

  @Test
  void sendsBodiesAsTheirTypesWant() throws Exception {
    for (int i = 0; i < 4; i++) {
      answer(new MockResponse.Builder());
    }

    house.ask(api, "create").body(Map.of("näme", 1)).call();
    house.ask(api, "create").body(null).call();
    house.ask(api, "form").body(Map.of("a b", List.of("1", "ü"))).call();
    house.ask(api, "text").body("grün").call();

    assertThat(body("application/json")).isEqualTo("{\"näme\":1}");
    assertThat(body("application/json")).isEqualTo("null");
    assertThat(body("application/x-www-form-urlencoded")).isEqualTo("a%20b=1&a%20b=%C3%BC");
    assertThat(body("text/plain; charset=UTF-8")).isEqualTo("grün");
  }

  @Test
  void refusesWhatCannotBeSentBeforeSendingIt() {
    var lineBreak =
        new Customization.Headers(null, Map.of("X-A", "a\r\nX-B: b"), Map.of(), List.of());
    var length =
        new Customization.Headers(null, Map.of("Content-Length", "5"), Map.of(), List.of());

    assertThat(
            List.of(
                house.ask(api, "get").call(),
                house.ask(api, "get").with("orderId", "..").call(),
                house.ask(api, "get").with("orderId", "").call(),
                house.ask(api, "create").call(),
                house.ask(api, "list").customizedBy(lineBreak).call(),
                house.ask(api, "list").customizedBy(length).call()))
        .allSatisfy(response -> {
          assertThat(response.failure().kind()).isEqualTo(Kind.CONFIGURATION);
          assertThat(response.attempts()).isEmpty();
        });
    assertThat(house.ask(api, "get").call().failure().detail()).contains("'orderId'");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aStatusIsAFailureThatSaysWhatTheApiSaid() {
    answer(
        new MockResponse.Builder()
            .code(422)
            .addHeader("Content-Type", "application/problem+json")
            .body("{\"title\":\"Bad\",\"detail\":\"quantity must be positive\"}"));

    var response = house.ask(api, "create").body(Map.of()).call();

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.failure().kind()).isEqualTo(Kind.STATUS);
    assertThat(response.failure().status()).isEqualTo(422);
    assertThat(response.failure().detail())
        .contains("Shop answered 422")
        .contains("quantity must be positive");
    assertThat(response.body()).isInstanceOf(Map.class);
  }

  @Test
  void repeatsIdempotentCallsOnly() {
    for (int i = 0; i < 5; i++) {
      answer(new MockResponse.Builder().code(503).addHeader("Retry-After", "0"));
    }

    var get = house.ask(api, "list").call();
    var post = house.ask(api, "create").body(1).call();

    assertThat(get.attempts()).hasSize(3);
    assertThat(get.attempts()).allMatch(attempt -> attempt.status() == 503);
    assertThat(post.attempts()).hasSize(1);
    assertThat(server.getRequestCount()).isEqualTo(4);
  }

  @Test
  void waitsAsLongAsTheApiAsksFor() {
    answer(new MockResponse.Builder().code(429).addHeader("Retry-After", "1"));
    answer(new MockResponse.Builder().body("ok"));
    var start = System.nanoTime();

    var response = house.ask(api, "list").call();

    assertThat(response.succeeded()).isTrue();
    assertThat(response.attempts()).hasSize(2);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
    assertThat(response.durationUs()).isGreaterThan(1_000_000);
  }

  @Test
  void doesNotWaitLongerThanItsTime() {
    answer(new MockResponse.Builder().code(503).addHeader("Retry-After", "30"));

    var response = house.ask(api, "list").patience(Duration.ofSeconds(5)).call();

    assertThat(response.attempts()).hasSize(1);
    assertThat(response.status()).isEqualTo(503);
  }

  @Test
  void aResetAfterSendingIsInDoubt() {
    answer(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));

    var response = house.ask(api, "create").body(1).call();

    assertThat(response.failure().kind()).isEqualTo(Kind.IN_DOUBT);
    assertThat(response.attempts().getFirst().outcome()).isEqualTo(Attempt.Outcome.IN_DOUBT);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void noConnectionMeansNotSent() throws Exception {
    server.close();

    var response = house.ask(api, "create").body(1).call();

    assertThat(response.failure().kind()).isEqualTo(Kind.NOT_SENT);
    assertThat(response.failure().detail()).contains("127.0.0.1").contains("Nothing was sent");
    assertThat(response.attempts().getFirst().outcome()).isEqualTo(Attempt.Outcome.NOT_SENT);
  }

  @Test
  void anUnknownHostMeansNotSent() {
    var response = house.ask(withBaseUrl("http://nowhere.invalid"), "create").body(1).call();

    assertThat(response.failure().kind()).isEqualTo(Kind.NOT_SENT);
    assertThat(response.failure().detail()).contains("nowhere.invalid");
  }

  @Test
  void aSlowAnswerEndsAtTheResponseTimeout() {
    answer(new MockResponse.Builder().headersDelay(10, TimeUnit.SECONDS));

    var response = house.ask(api, "create").body(1).call();

    assertThat(response.failure().kind()).isEqualTo(Kind.TIMEOUT);
    assertThat(response.failure().detail()).contains("1,500 ms");
    assertThat(response.attempts().getFirst().outcome()).isEqualTo(Attempt.Outcome.IN_DOUBT);
  }

  @Test
  void aTricklingBodyEndsWithTheCallersPatience() {
    answer(
        new MockResponse.Builder()
            .body("x".repeat(1_000))
            .throttleBody(1, 100, TimeUnit.MILLISECONDS));
    var start = System.nanoTime();

    var response = house.ask(api, "list").patience(Duration.ofMillis(700)).call();

    assertThat(response.failure().kind()).isEqualTo(Kind.TIMEOUT);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void anInterruptCancelsACallInFlight() throws Exception {
    answer(new MockResponse.Builder().headersDelay(10, TimeUnit.SECONDS));
    var outcome = new CompletableFuture<ApiResponse>();
    var caller = Thread.startVirtualThread(() -> outcome.complete(house.ask(api, "list").call()));
    server.takeRequest();
    var start = System.nanoTime();

    caller.interrupt();
    var response = outcome.get(2, TimeUnit.SECONDS);

    assertThat(response.failure().kind()).isEqualTo(Kind.CANCELLED);
    assertThat(response.attempts()).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void unpacksGzipAndDeflate() throws Exception {
    answer(packed("gzip", gzip("\"grün\"".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    var zlib = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(zlib)) {
      out.write("\"grün\"".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    answer(packed("deflate", zlib.toByteArray()));

    assertThat(house.ask(api, "list").call().body()).isEqualTo("grün");
    assertThat(house.ask(api, "list").call().body()).isEqualTo("grün");
  }

  @Test
  void takesNoBombs() throws Exception {
    answer(packed("gzip", gzip(new byte[9 * 1024 * 1024])));
    answer(packed("br", new byte[] {1, 2, 3}));
    answer(packed("gzip", new byte[] {1, 2, 3}));
    answer(new MockResponse.Builder().body("x".repeat(11 * 1024 * 1024)));
    answer(new MockResponse.Builder().chunkedBody("x".repeat(11 * 1024 * 1024), 100_000));

    for (int i = 0; i < 5; i++) {
      var response = house.ask(api, "list").call();
      assertThat(response.failure().kind()).isEqualTo(Kind.UNREADABLE);
      assertThat(response.status()).isEqualTo(200);
    }
  }

  @Test
  void keepsTextThatIsNotTheJsonItSaysToBe() {
    answer(new MockResponse.Builder().addHeader("Content-Type", JSON).body("{oops"));

    var response = house.ask(api, "list").call();

    assertThat(response.failure().kind()).isEqualTo(Kind.UNREADABLE);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{oops");
  }

  @Test
  void readsTextInItsCharsetAndBytesAsBase64() {
    answer(
        new MockResponse.Builder()
            .addHeader("Content-Type", "text/plain; charset=ISO-8859-1")
            .body(new Buffer().write(new byte[] {(byte) 0xfc})));
    answer(
        new MockResponse.Builder()
            .addHeader("Content-Type", "image/png")
            .body(new Buffer().write(new byte[] {1, 2, 3})));

    assertThat(house.ask(api, "list").call().body()).isEqualTo("ü");
    assertThat(house.ask(api, "list").call().body())
        .isEqualTo(Base64.getEncoder().encodeToString(new byte[] {1, 2, 3}));
  }

  @Test
  void reusesConnections() throws Exception {
    answer(new MockResponse.Builder().body("a"));
    answer(new MockResponse.Builder().body("b"));

    house.ask(api, "list").call();
    var second = house.ask(api, "list").call();

    assertThat(server.takeRequest().getConnectionIndex())
        .isEqualTo(server.takeRequest().getConnectionIndex());
    assertThat(second.attempts().getFirst().timings().connect()).isZero();
  }

  private Api withBaseUrl(String baseUrl) {
    return CallFixture.api(
        "{\"name\": \"Shop\", \"baseUrl\": \"%s\", \"methods\": [{\"name\": \"create\", \"verb\": \"POST\", \"path\": \"/x\"}]}"
            .formatted(baseUrl));
  }

  private void answer(MockResponse.Builder response) {
    server.enqueue(response.build());
  }

  private static MockResponse.Builder packed(String encoding, byte[] body) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", JSON)
        .addHeader("Content-Encoding", encoding)
        .body(new Buffer().write(body));
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  private String body(String contentType) throws InterruptedException {
    RecordedRequest request = server.takeRequest();
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo(contentType);
    return request.getBody().utf8();
  }
}
